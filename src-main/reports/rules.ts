export type { DossierFacts, Writing } from './rules/facts.ts';
export { type Hide, hiderFor, initials, showAll } from './rules/mask.ts';
export { reportModelOf } from './rules/model.ts';
export { sectionsOf } from './rules/sections.ts';

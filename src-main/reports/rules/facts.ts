import type { CaseView } from '../../cases/contract.ts';
import type { IdentityView } from '../../identity/contract.ts';
import type { CaseExplanation } from '../../law/contract.ts';
import type { LetterLabels } from '../../letters/contract.ts';
import type { AnswerPackage } from '../../packages/contract.ts';
import type { DossierSection, ExtractEntry, RedactionLevel, Withheld } from '../contract.ts';
import type { Hide } from './mask.ts';

/** Everything a case report is written from. Instants are UTC. */
export interface DossierFacts {
  view: CaseView;
  platformName: string;
  organisation: string;
  preparedAt: string;
  preparedBy: string;
  explanations: readonly CaseExplanation[];
  identity: IdentityView;
  packages: readonly Omit<AnswerPackage, 'isStale'>[];
  /** Names of people of the desk, by id. */
  people: ReadonlyMap<string, string>;
  entries: readonly ExtractEntry[];
  head: { entries: number; hash: string };
}

/** How a report is written. `inArchive` says under which path a letter or file goes along, or why it does not. */
export interface Writing {
  facts: DossierFacts;
  sections: readonly DossierSection[];
  redaction: RedactionLevel;
  language: 'en' | 'hi';
  labels: LetterLabels;
  hide: Hide;
  inArchive: ReadonlyMap<string, { path: string } | { why: Withheld['why'] | 'not-asked' }>;
}

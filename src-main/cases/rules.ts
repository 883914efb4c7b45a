export * from './rules/acts.ts';
export * from './rules/clocks.ts';
export * from './rules/delay.ts';
export * from './rules/file.ts';
export { attemptContext, checkObstacle, dayInIndia, grantingOutcomes, type IdentityStanding, isUncovered } from './rules/identity.ts';
export * from './rules/receipt.ts';
export * from './rules/steps.ts';
export * from './rules/ticket.ts';

export * from './contract.ts';
export { lawFolds } from './folds.ts';
export * from './rules.ts';
export {
  adoptionHistory,
  adoptRulebook,
  approveRulebook,
  declineRulebook,
  listProposals,
  previewOffer,
  proposalText,
  readOffer,
  recordRulebookExport,
  rulebookText,
  showRulebook,
} from './service/adoption.ts';
export { acknowledgeAlarm, listAlarms } from './service/alarms.ts';
export {
  calculate,
  explainOfCase,
  rulesOfCase,
  whatIf,
} from './service/calculator.ts';
export { adoptCalendar, draftCalendar, listCalendars, shippedCalendar } from './service/calendars.ts';
export { listDuties, recordDuty } from './service/duties.ts';
export { checkDrift, previewCases, recomputeRestricted, reevaluate } from './service/recompute.ts';
export { setRota, showRota } from './service/rota.ts';
export { openOffered, signRulebook } from './service/signed-file.ts';
export { createWatch, type Watch } from './service/watch.ts';

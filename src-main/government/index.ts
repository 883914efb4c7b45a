export { foldSheet, governmentFolds, keepEntry } from './folds.ts';
export { buildSheet, itemsView, recordSheet, type SheetCase } from './sheet.ts';
export { recordStatistics, statisticsName, statisticsOf, statisticsTable } from './statistics.ts';
export { checksOf, disclosedAbout, disclosuresOf, entriesOfPreservations, entriesOn, orderOf, sameOrder } from './store.ts';
export { readItemList, sheetRows } from './tables.ts';

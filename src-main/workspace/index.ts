export { allFolds } from './folds-all.ts';
export { readPassphraseFile } from './passphrase.ts';
export { recoverySheet } from './recovery-sheet.ts';
export { backupDesk, checkBackup, restoreDesk } from './safekeeping.ts';
export {
  closeDesk,
  confirmTime,
  createDesk,
  type DeskPorts,
  databaseOf,
  keepCheckpoint,
  type NewWorkspace,
  type OpenOptions,
  openDesk,
} from './service.ts';
export { changeSetting } from './settings.ts';
export type { Credential } from './slots-unlock.ts';
export { lastEntryOf, readOrganisation, readPeople, readSetting } from './store.ts';
export { getFile, putFile } from './store-files.ts';
export type { Vault } from './vault.ts';

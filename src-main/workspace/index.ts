export { appoint, changeAppointment, listOfficers, removeAppointment } from './appointments.ts';
export type { CopiedDatabase, JournalMark } from './backup.ts';
export { carryOutPurge } from './carry-out.ts';
export { allFolds } from './folds-all.ts';
export { readPassphraseFile } from './passphrase.ts';
export { addPerson, changePassphrase, changeRoles, keyholdersOf, listPeople, provePerson, removePerson } from './people.ts';
export { isEmptyPlace, isWorkspaceAt } from './place.ts';
export { recoverySheet } from './recovery-sheet.ts';
export { type BackupOptions, backupDesk, checkBackup, checkBackupCopy, restoreDesk } from './safekeeping.ts';
export { isScrubWanted } from './scrub.ts';
export { type ScrubOptions, scrubDesk } from './scrub-live.ts';
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
export { lastEntryOf, officerOfRecord, readOrganisation, readPeople, readSetting } from './store.ts';
export { readAppointments } from './store-appointments.ts';
export { getFile, putFile, rekeyFile, removeFile } from './store-files.ts';
export type { Vault } from './vault.ts';

export * from './contract.ts';
export * from './rules.ts';
export {
  checkEdited,
  listPlatforms,
  profileHistory,
  profileText,
  profileVersion,
  readOfferedProfile,
  recordProfileExport,
  saveProfile,
} from './service.ts';

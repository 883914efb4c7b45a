export * from './contract.ts';
export * from './rules.ts';
export {
  checkEdited,
  listPlatforms,
  profileHistory,
  profileVersion,
  saveProfile,
} from './service.ts';

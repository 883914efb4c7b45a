export { maskFile, mustWait } from './mail/mask.ts';
export { unreadableParts, withoutParts } from './mail/mask-source.ts';
export { typeOfFile } from './mail/recognise.ts';
export { type ImportAnswer, type ImportOptions, importMail } from './service.ts';
export { type FailedSource, type MailSource, sourcesOf } from './sources.ts';

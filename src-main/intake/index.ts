export { type ImportAnswer, type ImportOptions, importMail } from './service.ts';
export { type FailedSource, type MailSource, sourcesOf } from './sources.ts';

import type { FoldMap } from '../../journal/index.ts';
import { type AttachmentFact, insertAttachment } from '../store.ts';
import { refOf } from './case.ts';

/** Packages of data that answer a request, and reports about a case: what of them is kept is a file of the case. */
export const packageFolds: FoldMap = {
  'package.file-added': (db, entry, body) => insertAttachment(db, refOf(entry), (body as { file: AttachmentFact }).file, entry),
  'package.file-redacted': (db, entry, body) => insertAttachment(db, refOf(entry), (body as { file: AttachmentFact }).file, entry),
  'package.built': (db, entry, body) => insertAttachment(db, refOf(entry), (body as { package: AttachmentFact }).package, entry),
  'package.released': () => {},
  'report.exported': () => {},
};

import { type } from '@orpc/contract';
import { z } from 'zod';
import { ticket } from '../../cases/contract.ts';
import {
  addPackageFileSchema,
  type BuiltPackage,
  buildPackageSchema,
  type FileToRedact,
  type PackageView,
  type RedactedFile,
  redactPagesSchema,
  redactTextSchema,
  releasePackageSchema,
  seeFileSchema,
} from '../../packages/contract.ts';
import { base } from './base.ts';
import type { SavedFile } from './jobs.ts';

/** The package of data that answers a request. Topics: `case:REF`, `approvals`. */
export const packagesContract = {
  open: base.input(z.strictObject({ ref: ticket })).output(type<PackageView>()),
  /** Opens the shell's file dialog; null when the person closed it. */
  chooseFile: base.output(type<{ token: string; name: string; sizeBytes: number } | null>()),
  /** Keeps a chosen file for the answer; a picture then waits to be judged. */
  addFile: base.input(addPackageFileSchema).output(type<PackageView>()),
  /** A file of the answer, as it is shown to whoever takes parts out of it. */
  see: base.input(seeFileSchema).output(type<FileToRedact>()),
  /** Takes parts out of pages: pictures of them are offered first, and burnt into a copy without text. */
  redactPages: base.input(redactPagesSchema).output(type<RedactedFile>()),
  /** Takes parts out of a text, into a copy. */
  redactText: base.input(redactTextSchema).output(type<RedactedFile>()),
  /** Builds it under a password, which comes back once and is kept nowhere. */
  build: base.input(buildPackageSchema).output(type<BuiltPackage>()),
  /** Hands it out: asks where to save it, null when the person closed the dialog. Takes two people and the passphrase. */
  release: base.input(releasePackageSchema).output(type<SavedFile | null>()),
};

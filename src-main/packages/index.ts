/** Packages of data that answer a request: built, kept, handed out. docs/packages.md. */

export { fileToRedact, redactPages, redactText } from './redact.ts';
export { readyToRelease, recordRelease } from './release.ts';
export { addPackageFile, buildPackage, currentPackage, packageView } from './service.ts';
export { packagesOf } from './store.ts';

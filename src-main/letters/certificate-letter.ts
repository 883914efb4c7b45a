import { readCaseFile } from '../cases/index.ts';
import { currentProfile } from '../desk/adopted.ts';
import type { Desk } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { disclosuresOf, entriesOn } from '../government/index.ts';
import { certificatesOf, checkUnchanged } from '../government/rules.ts';
import { readOrganisation } from '../workspace/index.ts';
import type { LetterLanguage, LetterModel } from './contract.ts';
import { certificateModel } from './rules/certificate.ts';
import { formatDateIst } from './rules/format.ts';

/** The newest certificate of a case as a form. Faults: not-found, refused (none was recorded, or a file changed since). */
export function certificateLetter(desk: Desk, ref: string, language: LetterLanguage, createdAt: string): LetterModel {
  const file = readCaseFile(desk.db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  const certificate = certificatesOf(entriesOn(desk.db, ref)).at(-1);
  if (!certificate) throw new Fault('refused', 'Record first who certifies, from which device, and which files (record-certificate).');
  checkUnchanged(certificate, disclosuresOf(desk.db, ref).productions);
  const { operator, letterhead } = currentProfile(desk.db, file.platform);
  return certificateModel(certificate, language, {
    ...{ ticket: ref, createdAt, date: formatDateIst(createdAt) },
    letterhead: { name: operator, lines: letterhead },
    synthetic: readOrganisation(desk.db).synthetic,
  });
}

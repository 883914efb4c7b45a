import type { Db } from '../../db/open.ts';
import { Fault } from '../desk/faults.ts';
import { isAboutMaterial, noMaterial } from '../government/rules.ts';
import { readCaseFile } from './store.ts';

/** Refuses to take in, show or give out a file of a case about child sexual abuse material. Fault: refused. */
export function refuseMaterial(db: Db, ref: string): void {
  const file = readCaseFile(db, ref);
  if (file && isAboutMaterial(file)) throw new Fault('refused', noMaterial);
}

import type { ActInput } from '../../cases/contract.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { Certificate, OrderEntry, Production } from '../contract.ts';
import type { OrderContext } from './plan.ts';

/** The file as it was hashed for production; what is enclosed must still be it. */
function certified(known: readonly Production[], { production, sha256 }: { production: number; sha256: string }, n: number) {
  const found = known.find(({ seq }) => seq === production);
  if (!found) throw badInput(`files.${n}.production`, 'is not a file hashed for this case: record-production comes first');
  if (found.sha256 !== sha256)
    throw badInput(
      `files.${n}.sha256`,
      `is not the hash of ${found.name} as it was recorded: the file has changed since. Hash it anew, and look at what changed`,
    );
  const { name, sizeBytes, at } = found;
  return { production, name, sizeBytes, sha256, hashedAt: at };
}

/** Records Part A of a certificate. Faults: bad-input (no such file, a changed file, a time that cannot be). */
function planCertificate(context: OrderContext, { files, at, ...input }: ActInput<'record-certificate'>) {
  const productions = context.government?.disclosed?.productions ?? [];
  checkWhen(context, 'at', at);
  const enclosed = files.map((file, n) => certified(productions, file, n));
  return [{ kind: 'certificate.made', body: { ...input, at: at ?? context.now, files: enclosed } }];
}

export const certificatePlanners = { 'record-certificate': planCertificate };

/** The certificates of a case, oldest first. */
export function certificatesOf(entries: readonly OrderEntry[]): Certificate[] {
  return entries
    .filter(({ kind }) => kind === 'certificate.made')
    .map(({ seq, body }) => ({ ...(body as unknown as Omit<Certificate, 'seq'>), seq }));
}

/** A file that was hashed again since with other bytes makes the certificate untrue. Fault: refused, naming the file. */
export function checkUnchanged({ files }: Certificate, productions: readonly Production[]): void {
  for (const { name, sha256 } of files) {
    const newest = productions.findLast((one) => one.name === name);
    if (newest && newest.sha256 !== sha256)
      throw new Fault('refused', `${name} was hashed again since this certificate and has changed: record a new certificate.`);
  }
}

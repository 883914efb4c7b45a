import type { Db } from '../../../db/open.ts';
import { type EntryHead, personKind, signedKind } from '../contract.ts';
import { readSigned, readSigningKey } from '../rules.ts';
import { isSigned } from '../signing.ts';
import type { Report } from './report.ts';

/** Follows the keys of persons and checks their signatures over entries. */
export interface SignedBook {
  /** Takes an entry whose body is there and matches: a person's key is kept, a signature checked where the key is known. */
  read(entry: EntryHead, parse: () => unknown): void;
}

export function createSignedBook(db: Db, report: Report): SignedBook {
  const keys = new Map<string, string | null>();
  const hashOf = db.prepare("SELECT hash FROM journal WHERE seq = ? AND seq < ? AND typeof(hash) = 'blob'").pluck();
  const check = (entry: EntryHead, body: unknown): void => {
    const place = { seq: entry.seq, table: 'journal', key: entry.seq };
    const signed = readSigned(body);
    const key = keys.get(entry.actor);
    if (!signed) report.add('signature-differs', place, 'the entry does not hold a signature');
    if (!signed || !key) return;
    const hash = hashOf.get(signed.seq, entry.seq) as Buffer | undefined;
    if (!hash || !isSigned(hash, signed.sig, key)) {
      report.add('signature-differs', place, `the person's key did not sign the hash of entry ${signed.seq}`);
    }
  };
  return {
    read(entry, parse) {
      if (entry.kind === personKind) keys.set(entry.subject, readSigningKey(parse()));
      else if (entry.kind === signedKind) check(entry, parse());
    },
  };
}

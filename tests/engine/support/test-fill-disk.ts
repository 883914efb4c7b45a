// Writes notes until a write is refused, printing each number once it is stored, then the fault. Arguments: folder, key in hex.
import { join } from 'node:path';
import { openDatabase, transaction } from '../../../db/open.ts';
import { Fault } from '../../../src-main/desk/faults.ts';
import { addNote } from './small-workspace.ts';

const [file = '', key = ''] = process.argv.slice(2);
const db = openDatabase(join(file), Buffer.from(key, 'hex'));
const stored: number[] = [];
let end = 'none';
try {
  while (stored.length < 100_000) stored.push(transaction(db, () => addNote(db, 'x'.repeat(2000))));
} catch (error) {
  end = error instanceof Fault ? error.code : String(error);
}
process.stdout.write(JSON.stringify({ stored: stored.length, end }));
process.exit(0);

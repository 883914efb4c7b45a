// Migrates a database whose script calls die() somewhere. Arguments: database file, key in hex, folder of migrations.
import { migrate } from '../../../db/migrate.ts';
import { openDatabase } from '../../../db/open.ts';

const [file = '', key = '', dir = ''] = process.argv.slice(2);
const db = openDatabase(file, Buffer.from(key, 'hex'));
db.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
  return 1;
});
migrate(db, { dir, now: '2026-03-06T00:00:00.000Z' });
db.close();

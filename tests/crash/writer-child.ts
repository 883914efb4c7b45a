import { writeSync } from 'node:fs';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { systemClock } from '../../src-main/desk/ports.ts';
import { contentCase, reopenDesk } from '../support/desk.ts';

/** Writes without end and tells each commit on standard output only after it is durable; the parent kills it. */
const [dir = '', key = ''] = process.argv.slice(2);
const desk = reopenDesk(dir, Buffer.from(key, 'hex'), systemClock);
writeSync(1, 'ready\n');
for (let n = 0; ; n += 1) {
  const now = new Date(systemClock.now() - 1000).toISOString();
  const { ref } = addCase(desk, contentCase({ receivedAt: now, subject: `case ${n}` }));
  writeSync(1, `${desk.journal.head().seq} ${ref}\n`);
  actOnCase(desk, ref, 'acknowledge', { sentAt: new Date(systemClock.now()).toISOString(), mode: 'email' });
  writeSync(1, `${desk.journal.head().seq} ${ref}\n`);
  actOnCase(desk, ref, 'note', { text: `note ${n}` });
  writeSync(1, `${desk.journal.head().seq} ${ref}\n`);
}

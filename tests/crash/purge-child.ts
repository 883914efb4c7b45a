import { writeSync } from 'node:fs';
import { systemIds } from '../../src-main/desk/ports.ts';
import { purgeCase } from '../../src-main/retention/index.ts';
import { closeDesk, openDesk, scrubDesk } from '../../src-main/workspace/index.ts';
import { testClock } from '../support/desk.ts';

/** Purges the cases named, writes the database anew, and tells each step on standard output; the parent kills it. */
const [dir = '', now = '', passphrase = '', ...refs] = process.argv.slice(2);
const clock = testClock(now);
const desk = await openDesk(dir, { passphrase }, { ports: { clock, ids: systemIds }, confirmTime: 'The clock of a test.' });
const tell = (step: string) => writeSync(1, `${step}\n`);
tell('open');
for (const ref of refs) {
  purgeCase(desk, ref, 'The time is over.');
  tell(ref);
}
await scrubDesk(desk, {
  checkAside: async () => {
    tell('written');
  },
  onMoved: async () => {
    tell('moved');
  },
});
tell('scrubbed');
await closeDesk(desk);
tell('closed');

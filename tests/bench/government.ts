import { statement, transaction } from '../../db/open.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import type { Desk } from '../../src-main/desk/desk.ts';
import { contentCase } from '../support/desk.ts';
import { type Figure, figure, median, quantile, timed } from './figures.ts';

const rounds = 10;
const items = Array.from({ length: 1_000 }, (_, n) => ({ type: 'url' as const, value: `https://posts.example/${n}` }));

/** Acting on a thousand items of one order in one entry, against a thousand bare updates in one transaction of the same database. */
export function benchGovernment(desk: Desk): Figure[] {
  const bare: number[] = [];
  const acted: number[] = [];
  statement(desk.db, 'CREATE TEMP TABLE bare_item (n INTEGER PRIMARY KEY, action TEXT)').run();
  const insert = statement(desk.db, 'INSERT INTO bare_item (n) VALUES (?)');
  transaction(desk.db, () => {
    for (const n of items.keys()) insert.run(n);
  });
  const update = statement(desk.db, "UPDATE bare_item SET action = 'removed' WHERE n = ?");
  const now = () => new Date(desk.clock.now()).toISOString();
  for (let round = 0; round < rounds; round += 1) {
    const order = { instrument: 'police-notice', agency: 'Example State Police', number: `BENCH/${round}` };
    const about = contentCase({ kind: 'removal-order', receivedAt: now(), complainant: undefined, facts: {}, order, items });
    const { ref } = addCase(desk, about);
    const done = { items: items.map(({ value }) => ({ value, action: 'removed', at: now() })) };
    acted.push(timed(() => actOnCase(desk, ref, 'act-on-items', done)));
    bare.push(
      timed(() =>
        transaction(desk.db, () => {
          for (const n of items.keys()) update.run(n);
        }),
      ),
    );
  }
  const p99 = Number(quantile(acted, 0.99).toPrecision(3));
  return [figure('act on 1,000 items of an order', 'ms p50', median(acted), median(bare), '<= 1,000 ms', { p99 })];
}

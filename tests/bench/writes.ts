import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { transaction } from '../../db/open.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import type { Desk } from '../../src-main/desk/desk.ts';
import { contentCase } from '../support/desk.ts';
import { type Figure, figure, median, quantile, timed } from './figures.ts';

const rounds = 400;
const page = Buffer.alloc(4096, 7);

/** Journal append, acts and add against a bare 4 KiB write with fdatasync on the same disk, the two in turn. */
export function benchWrites(desk: Desk): Figure[] {
  const path = join(desk.dir, 'bare-write');
  const handle = openSync(path, 'w');
  const bare: number[] = [];
  const append: number[] = [];
  const simple: number[] = [];
  const moving: number[] = [];
  const add: number[] = [];
  const now = () => new Date(desk.clock.now()).toISOString();
  for (let n = 0; n < rounds; n += 1) {
    bare.push(
      timed(() => {
        writeSync(handle, page);
        fdatasyncSync(handle);
      }),
    );
    append.push(
      timed(() =>
        transaction(desk.db, () =>
          desk.journal.record({
            actor: desk.person.id,
            kind: 'case.noted',
            subject: 'case:BEN-2026-000001-0',
            body: { v: 1, text: 'bench' },
          }),
        ),
      ),
    );
    let ref = '';
    add.push(
      timed(() => {
        ref = addCase(desk, contentCase({ receivedAt: now() })).ref;
      }),
    );
    simple.push(timed(() => actOnCase(desk, ref, 'start-review', {})));
    moving.push(timed(() => actOnCase(desk, ref, 'acknowledge', { sentAt: now(), mode: 'email' })));
  }
  closeSync(handle);
  unlinkSync(path);
  const reference = median(bare);
  const one = (name: string, values: number[], goal: string) =>
    figure(name, 'ms p50', median(values), reference, goal, {
      p99: Number(quantile(values, 0.99).toPrecision(3)),
      referenceP99: Number(quantile(bare, 0.99).toPrecision(3)),
    });
  return [
    one('journal append', append, '<= 2x of 4 KiB write + fdatasync'),
    one('simple act', simple, '<= 4x of 4 KiB write + fdatasync'),
    one('act that moves the queue', moving, '<= 6x of 4 KiB write + fdatasync'),
    one('add', add, '<= 8x of 4 KiB write + fdatasync'),
  ];
}

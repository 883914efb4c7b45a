import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statement } from '../../db/open.ts';
import type { QueueFilter } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, queueCounts, queueWindow } from '../../src-main/cases/index.ts';
import { addDemoCases } from '../../src-main/demo/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { findCases } from '../../src-main/search/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeAll(async () => {
  made = makeDesk({ synthetic: true });
  await addDemoCases(made.desk, 600);
  addCase(made.desk, contentCase({ receivedAt: '2026-11-18T10:00:00+05:30', lateReason: 'found in the post' }));
});
afterAll(() => made.remove());

const all = (filter: QueueFilter = {}) => queueWindow(made.desk.db, { filter, offset: 0, limit: 500 }, nowOf(made.desk));

describe('the queue', () => {
  it('stands in the order of the next clock, then of the ticket', () => {
    const rows = all().rows.map((row) => [row.next?.due ?? '9', row.ref] as const);
    const sorted = [...rows].sort((a, b) => (a[0] === b[0] ? (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1));
    expect(rows).toEqual(sorted);
    expect(rows.length).toBe(all().total);
  });

  it('pages by key to the same rows as by offset', () => {
    const whole = all().rows;
    const paged = [];
    for (let after: { due: string; ref: string } | undefined; ; ) {
      const { rows } = queueWindow(made.desk.db, { filter: {}, offset: 0, limit: 37, after }, nowOf(made.desk));
      paged.push(...rows);
      const last = rows.at(-1);
      if (!last) break;
      after = { due: last.next?.due ?? '9999-12-31T23:59:59.999Z', ref: last.ref };
    }
    expect(paged.slice(0, 500).map((row) => row.ref)).toEqual(whole.map((row) => row.ref));
  });

  it('finds its page by the key alone, ties included', () => {
    const plan = made.desk.db
      .prepare('EXPLAIN QUERY PLAN SELECT * FROM queue WHERE (next_due, ref) > (?, ?) ORDER BY next_due, ref LIMIT 50')
      .all('x', 'y') as { detail: string }[];
    expect(plan.map((step) => step.detail).join(' ')).toMatch(/SEARCH queue USING PRIMARY KEY \(\(next_due,ref\)>\(\?,\?\)\)/);
  });

  it.each([
    [{ platform: 'cocial' }],
    [{ kind: 'account' }],
    [{ state: 'under-review' }],
    [{ state: 'decided' }],
    [{ group: 'rights' }],
    [{ group: 'government' }],
    [{ due: 'overdue' }],
    [{ due: 'under-24h' }],
    [{ due: 'later' }],
    [{ platform: 'nojoto', kind: 'content', due: 'under-3d' }],
  ] as [QueueFilter][])('counts %j as many as it lists', (filter) => {
    const { rows, total } = all(filter);
    expect(rows.length).toBe(total);
    expect(total).toBeGreaterThan(0);
    for (const name of ['platform', 'kind', 'state'] as const)
      if (filter[name]) expect(new Set(rows.map((row) => row[name]))).toEqual(new Set([filter[name]]));
  });

  it('counts by facet and bucket what the table holds', () => {
    const counts = queueCounts(made.desk.db, nowOf(made.desk));
    const { n: closed } = statement(made.desk.db, "SELECT count(*) AS n FROM case_file WHERE state = 'closed'").get() as { n: number };
    const { n: open } = statement(made.desk.db, 'SELECT count(*) AS n FROM queue').get() as { n: number };
    expect(counts).toMatchObject({ total: open, closed });
    expect(counts.overdue + counts.under2h + counts.under24h + counts.under3d + counts.later).toBe(open);
    for (const due of ['overdue', 'under-2h', 'under-24h', 'under-3d', 'later'] as const) {
      const key = due.replace('under-', 'under') as 'overdue' | 'under2h' | 'under24h' | 'under3d' | 'later';
      expect(counts[key]).toBe(all({ due }).total);
    }
    for (const facet of ['platform', 'kind', 'state'] as const) {
      const rows = made.desk.db.prepare(`SELECT ${facet} AS value, count(*) AS n FROM queue GROUP BY 1`).all() as {
        value: string;
        n: number;
      }[];
      const counted = { platform: counts.byPlatform, kind: counts.byKind, state: counts.byState }[facet];
      expect(counted).toEqual(Object.fromEntries(rows.map((row) => [row.value, row.n])));
    }
  });

  it('gives every open case a legal date or an internal target', () => {
    const { n } = statement(made.desk.db, "SELECT count(*) AS n FROM queue WHERE next_due LIKE '9999%'").get() as { n: number };
    expect(n).toBe(0);
  });

  it('lists closed cases newest first', () => {
    const { rows, total } = all({ closed: true });
    expect(total).toBeGreaterThan(0);
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['closed']));
  });
});

describe('search', () => {
  const find = (text: string) => findCases(made.desk, text, 500).rows.map((row) => row.ref);
  const now = () => new Date(made.clock.now()).toISOString();

  it('finds words in subject, text, complainant, items and ticket, in English and Hindi', () => {
    const { ref } = addCase(
      made.desk,
      contentCase({
        receivedAt: now(),
        subject: 'Zebra crossing',
        text: 'किताब की शिकायत १२३४',
        complainant: { name: 'Q. Quixotic' },
        items: [{ type: 'url', value: 'https://posts.example/xylophone' }],
      }),
    );
    for (const text of ['zebra', 'ZEBRA cross', 'किताब', '1234', 'quixotic', 'xylophone', ref, ref.toLowerCase()])
      expect(find(text), text).toEqual([ref]);
    expect(find('किताबें')).toEqual([]);
    expect(find('zebra giraffe')).toEqual([]);
  });

  it('takes any text as words, never as query syntax', () => {
    for (const text of ['"', 'NEAR(', 'a OR', '*', '-', "'; DROP TABLE queue; --", '', '   ']) expect(() => find(text)).not.toThrow();
  });

  it('finds what a note says unless the note is privileged', () => {
    const { ref } = addCase(made.desk, contentCase({ receivedAt: now(), subject: 'Note test' }));
    actOnCase(made.desk, ref, 'note', { text: 'spoke with marmalade' });
    actOnCase(made.desk, ref, 'note', { text: 'counsel says periwinkle', privileged: true });
    expect(find('marmalade')).toEqual([ref]);
    expect(find('periwinkle')).toEqual([]);
  });
});

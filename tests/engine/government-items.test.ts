import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, readItems } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { buildSheet, itemsView, recordSheet } from '../../src-main/government/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const order = () =>
  addCase(
    made.desk,
    contentCase({ kind: 'removal-order', complainant: undefined, facts: { source: 'court' }, items: [], subject: 'Order of a court' }),
  ).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const more = (ref: string) => itemsView(made.desk.db, ref, readItems(made.desk.db, ref), nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
const clock = (ref: string) => view(ref).clocks.find(({ rule }) => rule === 'IT-ORD-3H');
const sheetOf = (ref: string) => ({
  ref,
  subject: '',
  due: '2026-11-21T09:00:00.000Z',
  items: view(ref).items,
  organisation: 'Example',
  synthetic: true,
});

const addresses = (count: number) => Array.from({ length: count }, (_, n) => `https://posts.example/${n + 1}`);

describe('a list of addresses', () => {
  it('of 5,000 lines with junk becomes items, each once; every other line is named with its number, and nothing is lost', () => {
    const ref = order();
    const lines = addresses(4_000).flatMap((url, n) =>
      n % 5 === 0 ? [url, n % 10 === 0 ? `HTTPS://Posts.Example/${n + 1}?utm_source=mail#top` : `see page ${n}`] : [url],
    );
    const text = [...lines, ...Array.from({ length: 5_000 - lines.length }, () => 'https://nowhere')].join('\r\n');
    const { list } = act(ref, 'add-items', { text, name: 'annexure.txt' });
    expect(list).toMatchObject({ lines: 5_000 });
    expect(list?.items).toHaveLength(4_000);
    expect(list?.repeated).toHaveLength(400);
    expect(list?.refused.filter(({ why }) => why === 'no-address')).toHaveLength(400);
    expect(list?.refused.filter(({ why }) => why === 'bad-host')).toHaveLength(200);
    expect(list?.refused[0]).toEqual({ line: 8, text: 'see page 5', why: 'no-address' });
    expect(list?.repeated[0]).toEqual({ line: 2, value: 'https://posts.example/1', first: 1 });
    expect(view(ref).items).toHaveLength(4_000);
    expect(view(ref).facts.urlsGiven).toBe(true);
    sound();
  });

  it('as a table takes the column that its first row names, and counts lines as the file does', () => {
    const ref = order();
    const text =
      '\uFEFFS.No,Link,Remarks\n1,"https://a.example/x?a=1,2","says ""no"""\n2,hxxps://b[.]example/y,second\n3,,nothing here\n4,@handle.one,an account\n';
    const { list } = act(ref, 'add-items', { text });
    expect(view(ref).items.map(({ type, value }) => [type, value])).toEqual([
      ['url', 'https://a.example/x?a=1,2'],
      ['url', 'https://b.example/y'],
      ['account', '@handle.one'],
    ]);
    expect(list?.refused).toEqual([{ line: 4, text: '3, , nothing here', why: 'no-address' }]);
  });

  it('that names only what is here already, or nothing, is refused', () => {
    const ref = order();
    act(ref, 'add-items', { text: 'https://posts.example/1' });
    expect(messageOf(() => act(ref, 'add-items', { text: 'http://www.posts.example/1/' }))).toMatch(/already/);
    expect(messageOf(() => act(ref, 'add-items', { text: 'nothing\nat all' }))).toMatch(/no address or account.*2 lines/);
    expect(messageOf(() => act(ref, 'add-items', {}))).toMatch(/text/);
  });
});

describe('the clock of an order', () => {
  it('stops when the last item is acted on, and runs again when more are named', () => {
    const ref = order();
    act(ref, 'add-items', { text: addresses(3).join('\n') });
    act(ref, 'act-on-items', { items: addresses(2).map((value) => ({ value, action: 'removed', proof: 'OPS-1' })) });
    expect(clock(ref)?.status).toBe('running');
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/3', action: 'not-found' }] });
    expect(clock(ref)?.status).toBe('met');
    expect(view(ref).items[0]).toMatchObject({ action: 'removed', proof: 'OPS-1' });
    act(ref, 'add-items', { text: 'https://posts.example/4' });
    expect(clock(ref)?.status).toBe('running');
    sound();
  });

  it('stops after one act on a thousand items, in one entry', () => {
    const ref = order();
    act(ref, 'add-items', { text: addresses(1_000).join('\n') });
    const before = made.desk.journal.head().seq;
    act(ref, 'act-on-items', { items: addresses(1_000).map((value) => ({ value, action: 'disabled' })) });
    expect(made.desk.journal.head().seq).toBe(before + 1);
    expect(clock(ref)?.status).toBe('met');
    sound();
  });
});

describe('an action sheet', () => {
  it('goes out as a table that no spreadsheet takes for formulas, and is noted', async () => {
    const ref = order();
    act(ref, 'add-items', { text: '@evil\nhttps://posts.example/1' });
    const input = { format: 'csv', to: 'Operations', dueBack: '2026-11-21T08:00:00.000Z' } as const;
    const built = await buildSheet(made.desk, sheetOf(ref), input);
    const text = Buffer.from(built.bytes).toString('utf8');
    expect(text).toContain(`${ref},1,account,'@evil,`);
    expect(text).toContain('21-11-2026 13:30');
    recordSheet(made.desk, ref, input, built);
    expect(more(ref)).toMatchObject({ sheets: [{ to: 'Operations', items: 2, format: 'csv' }], overdue: 0 });
    made.clock.set('2026-11-21T08:00:00.000Z');
    expect(more(ref).overdue).toBe(2);
    sound();
  });

  it('comes back with a time and a proof for each item; lines that cannot be taken are named and stop no other', async () => {
    const ref = order();
    act(ref, 'add-items', { text: ['@evil', ...addresses(6)].join('\n') });
    const built = await buildSheet(made.desk, sheetOf(ref), { format: 'csv', to: 'Operations' });
    const fill = [
      'removed,21-11-2026 12:00,OPS-1',
      'Disabled,21/11/2026 11:45,OPS-2',
      ',,',
      'burnt,21-11-2026 12:00,',
      'removed,soon,',
      'removed,21-11-2026 23:00,',
      'not found,2026-11-21 11:50:30,',
    ];
    const rows = Buffer.from(built.bytes).toString('utf8').trim().split('\r\n');
    const filled = rows.map((row, n) => (n === 0 ? row : row.replace(/,,,$/, `,${fill[n - 1]}`)));
    const text = [...filled, `${ref},9,url,https://posts.example/99,x,,removed,21-11-2026 12:00,`].join('\r\n');
    const { answers } = act(ref, 'take-sheet', { text, name: 'back.csv' });
    expect(answers?.answers).toEqual([
      { value: '@evil', action: 'removed', at: '2026-11-21T06:30:00.000Z', proof: 'OPS-1' },
      { value: 'https://posts.example/1', action: 'disabled', at: '2026-11-21T06:15:00.000Z', proof: 'OPS-2' },
      { value: 'https://posts.example/6', action: 'not-found', at: '2026-11-21T06:20:30.000Z', proof: null },
    ]);
    expect(answers?.open).toBe(1);
    expect(answers?.refused.map(({ line, why }) => [line, why])).toEqual([
      [5, 'unknown-action'],
      [6, 'no-time'],
      [7, 'in-future'],
      [9, 'unknown-item'],
    ]);
    expect(view(ref).items.filter(({ action }) => action !== null)).toHaveLength(3);
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'sheet.returned', body: { taken: 3 } });
    sound();
  });

  it('of another case, or that is none, is refused', () => {
    const ref = order();
    act(ref, 'add-items', { text: 'https://posts.example/1' });
    expect(messageOf(() => act(ref, 'take-sheet', { text: 'a,b\n1,2' }))).toMatch(/not an action sheet/);
    const strange = 'Ticket,Item,Done,When (IST)\nCOC-2026-000099-9,https://posts.example/1,removed,21-11-2026 12:00';
    expect(messageOf(() => act(ref, 'take-sheet', { text: strange }))).toMatch(/line 2: other-case/);
  });

  it('is drawn as a PDF with every item', async () => {
    const ref = order();
    act(ref, 'add-items', { text: addresses(60).join('\n') });
    const { bytes } = await buildSheet(made.desk, sheetOf(ref), { format: 'pdf', to: 'Operations', isReminder: true });
    const file = join(made.dir, 'sheet.pdf');
    writeFileSync(file, bytes);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text).toMatch(/Reminder: items still to be acted on/);
    expect(text).toContain('https://posts.example/60');
  });

  it('is refused where no item waits', async () => {
    const ref = order();
    await expect(buildSheet(made.desk, sheetOf(ref), { format: 'csv', to: 'Operations' })).rejects.toThrow(/No item of this case waits/);
  });
});

describe('what an item was before it went', () => {
  it('is kept by its hash, and the same upload elsewhere is known again by address or hash', () => {
    const first = order();
    const sha256 = 'a'.repeat(64);
    act(first, 'add-items', { text: 'https://posts.example/1\nhttps://posts.example/2' });
    act(first, 'capture-item', { value: 'https://posts.example/2', sha256, changed: true, note: 'the caption is gone' });
    act(first, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    const ref = order();
    act(ref, 'add-items', { text: 'https://posts.example/1\nhttps://posts.example/77' });
    act(ref, 'capture-item', { value: 'https://posts.example/77', sha256 });
    expect(more(ref).repeats).toMatchObject([
      { value: 'https://posts.example/1', ref: first, by: 'address', action: 'removed' },
      { value: 'https://posts.example/77', ref: first, by: 'hash' },
    ]);
    expect(more(first).captures).toMatchObject([{ value: 'https://posts.example/2', changed: true, sha256 }]);
    sound();
  });

  it('names an item and a file of its own case', () => {
    const ref = order();
    act(ref, 'add-items', { text: 'https://posts.example/1' });
    const capture = { value: 'https://posts.example/9', sha256: 'b'.repeat(64) };
    expect(messageOf(() => act(ref, 'capture-item', capture))).toMatch(/not an item of this case/);
    expect(messageOf(() => act(ref, 'capture-item', { value: 'https://posts.example/1', file: 'attachment:none' }))).toMatch(
      /not a file of this case/,
    );
    expect(messageOf(() => act(ref, 'capture-item', { value: 'https://posts.example/1', sha256: 'short' }))).toMatch(/SHA-256/);
  });
});

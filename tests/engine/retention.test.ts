import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approve } from '../../src-main/approvals/index.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, readCaseFile, readTombstone } from '../../src-main/cases/index.ts';
import { type Desk, nowOf, post, write } from '../../src-main/desk/desk.ts';
import { addPackageFile, buildPackage } from '../../src-main/packages/index.ts';
import { addIdentifier, casePeople, partyView, tellApart } from '../../src-main/people/index.ts';
import { proposePurge, purgeCase, purgeCases, retentionList, retentionView } from '../../src-main/retention/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

const day = 86_400_000;
const over = 'The time is over.';

let made: TestDesk;
let desk: Desk;
beforeEach(() => {
  made = makeDesk();
  ({ desk } = made);
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
const looking = () => ({ me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
const view = (ref: string) => retentionView(desk.db, ref, looking());
const list = (part: 'due' | 'soon-7' | 'blocked' | 'all' = 'due') => retentionList(desk.db, { part, offset: 0, limit: 50 }, looking());
const add = (more: Record<string, unknown> = {}) =>
  addCase(desk, contentCase({ platform: 'socnect', receivedAt: nowOf(desk), ...more })).ref;
const problems = () => verifyDesk(desk, { deep: true }).problems;

function closed(more: Record<string, unknown> = {}): string {
  const ref = add(more);
  act(ref, 'decide', { outcome: 'refused', ground: 'Not covered', reasons: 'It is not covered.' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  act(ref, 'close');
  return ref;
}

function wait(days: number): void {
  made.clock.advance(days * day);
  desk.time.confirm();
}

describe('the list of closed cases', () => {
  it('shows each by the day from which it may go, and counts the parts', () => {
    const first = closed();
    add();
    wait(360);
    expect(list('soon-7').rows.map(({ ref }) => ref)).toEqual([first]);
    expect(list().counts).toEqual({ due: 0, soon1: 0, soon7: 1, soon30: 1, blocked: 0, all: 1 });
    wait(7);
    expect(list().rows).toMatchObject([{ ref: first, basis: 'CHOICE-COMPLAINT', blocks: [], proposal: null }]);
    expect(view(first)).toMatchObject({ canPurge: true, promise: null, kept: { steps: [{ id: 'CHOICE-COMPLAINT', leads: true }] } });
  });

  it('keeps what was removed for 180 days after the last removal, whatever the desk chose', () => {
    const ref = add({ platform: 'cocial' });
    act(ref, 'decide', {
      outcome: 'upheld',
      ground: 'It breaks a rule',
      reasons: 'It does.',
      items: [{ value: 'https://posts.example/1', action: 'removed', at: nowOf(desk) }],
    });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
    act(ref, 'close');
    expect(view(ref).kept?.steps.map(({ id }) => id)).toContain('KEEP-REMOVED');
    expect(view(ref)).toMatchObject({ promise: expect.any(String), kept: { floor: '2027-05-20', until: '2027-05-20' } });
  });
});

describe('a case whose time is over', () => {
  it('is held up by a hold, also one on the case of the same person', () => {
    const ref = closed();
    const other = add();
    wait(400);
    act(other, 'hold', { scope: 'person', instrument: 'Order 7', reason: 'An appeal.' });
    expect(list('blocked').rows).toMatchObject([{ ref, blocks: [{ code: 'hold', ref: other, instrument: 'Order 7' }] }]);
    expect(faultOf(() => purgeCase(desk, ref, over)).message).toContain('Order 7');
    act(other, 'release-hold', { reason: 'The appeal is over.' });
    expect(view(ref).blocks).toEqual([]);
  });

  it('is held up by an open case that is linked with it, from either side', () => {
    const [ref, second] = [closed(), closed()];
    const [open, later] = [add({ complainant: { name: 'B. Other' } }), add({ complainant: { name: 'C. Other' } })];
    act(open, 'link', { to: ref, as: 'appeal-of' });
    wait(400);
    expect(view(ref).blocks).toMatchObject([{ code: 'linked', ref: open }]);
    expect(view(second).blocks).toEqual([]);
    act(open, 'void', { reason: 'Entered in error.' });
    expect(view(ref).blocks).toEqual([]);
    expect(view(later).blocks).toMatchObject([{ code: 'open' }]);
  });

  it('is held up by a message that nobody acted on, and its chosen time counts anew from there', () => {
    const ref = closed();
    wait(100);
    const body = { text: 'Again', receivedAt: nowOf(desk), sha256: 'ab', messageId: null, attachments: [] };
    write(desk, [], () => post(desk, { kind: 'mail.linked', subject: `case:${ref}`, body }));
    wait(300);
    expect(view(ref)).toMatchObject({ blocks: [{ code: 'mail' }], canPurge: false });
    act(ref, 'note', { text: 'A thank-you; nothing to do.' });
    expect(view(ref)).toMatchObject({ blocks: [], kept: { until: '2028-03-01' } });
  });

  it('is not purged in the seven days after the time of the computer was put right', () => {
    const ref = closed();
    wait(400);
    write(desk, [], () => post(desk, { kind: 'clock.corrected', subject: `desk:${desk.desk}`, body: { from: 'a', to: 'b', reason: 'r' } }));
    expect(list().halted).toContain('less than seven days');
    expect(faultOf(() => purgeCase(desk, ref, over)).message).toContain('less than seven days');
    wait(8);
    expect(list().halted).toBeNull();
    expect(purgeCase(desk, ref, over)).toMatchObject({ ref, sole: true });
  });

  it('is purged for a reason that names nobody', () => {
    const ref = closed();
    wait(400);
    expect(faultOf(() => purgeCase(desk, ref, 'Asked by Ms Example.')).detail.issues).toMatchObject([{ field: 'reason' }]);
    expect(faultOf(() => purgeCases(desk, { refs: [ref], typed: 'no', reason: over })).detail.issues).toMatchObject([{ field: 'typed' }]);
    expect(purgeCases(desk, { refs: [ref], typed: ref, reason: over })).toEqual({ done: [ref], waiting: [], refused: [] });
    expect(readCaseFile(desk.db, ref)).toBeNull();
    expect(faultOf(() => view(ref))).toMatchObject({ code: 'purged', detail: { tombstone: { ref, reason: over } } });
  });
});

describe('several cases', () => {
  it('are purged one by one, and of each is told what came of it', () => {
    const [first, second, open] = [closed(), closed(), add({ complainant: { name: 'B. Other' } })];
    wait(400);
    const answer = purgeCases(desk, { refs: [first, second, open], typed: '3', reason: over });
    expect(answer).toMatchObject({ done: [first, second], refused: [{ ref: open, why: expect.stringContaining('open') }] });
    expect(problems()).toEqual([]);
  });

  it('keep a person as long as one of hers stands, with what the desk knows of her', () => {
    const [first, second] = [closed(), closed()];
    const other = closed({ complainant: { name: 'B. Other', email: 'b@mail.example' } });
    const person = casePeople(desk.db, first).parties[0]!.party.id;
    expect(casePeople(desk.db, second).parties[0]!.party.id).toBe(person);
    addIdentifier(desk, person, 'name', 'A. Alias');
    tellApart(desk, person, casePeople(desk.db, other).parties[0]!.party.id, 'Two people.');
    wait(400);
    purgeCase(desk, first, over);
    expect(partyView(desk.db, person)).toMatchObject({ cases: [{ ref: second }] });
    expect(desk.db.prepare('SELECT count(*) FROM party_identifier').pluck().get()).toBe(1);
    expect(problems()).toEqual([]);
    purgeCase(desk, second, over);
    for (const table of ['party_identifier', 'party_apart']) expect(desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(desk.db.prepare('SELECT count(*) FROM party_key WHERE party = ?').pluck().get(person)).toBe(0);
    expect(readCaseFile(desk.db, other)).not.toBeNull();
    expect(problems()).toEqual([]);
  });
});

describe('a purged request with files for its answer', () => {
  it('leaves neither them, nor copies with parts taken out, nor the package, on the disk or among the keys', async () => {
    const { ref } = addCase(desk, contentCase({ platform: 'socnect', kind: 'access', facts: {}, items: [], receivedAt: nowOf(desk) }));
    const bring = async (as: 'evidence' | 'redacted', name: string) => {
      const found = await addPackageFile(desk, ref, as, { name, bytes: Buffer.from(`${name} of hers`), mediaType: 'text/csv' });
      return (as === 'evidence' ? found.files : found.copies).find((one) => one.name === name)?.id;
    };
    const [file, copy] = [await bring('evidence', 'chat.csv'), await bring('redacted', 'chat-cut.csv')];
    act(ref, 'redaction', { file, decision: 'redact', copy, reason: 'It names somebody else.' });
    await buildPackage(desk, { ref, password: 'a pass phrase of words' });
    const onDisk = () =>
      readdirSync(join(desk.dir, 'attachments'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length;
    const keys = () => desk.db.prepare('SELECT count(*) FROM attachment_key').pluck().get();
    expect([onDisk(), keys()]).toEqual([3, 3]);
    act(ref, 'decide', { outcome: 'complied', ground: 'As asked', reasons: 'As asked.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
    act(ref, 'close');
    wait(400);
    purgeCase(desk, ref, over);
    expect([onDisk(), keys()]).toEqual([0, 0]);
    expect(problems()).toEqual([]);
  });
});

describe('the dates of closed cases', () => {
  it('follow what happens after they were first looked at', () => {
    const [first, second] = [closed(), closed()];
    expect(list('all')).toMatchObject({ firstDue: '2027-11-22', total: 2 });
    wait(30);
    const third = closed();
    act(first, 'reopen', { by: 'desk', reason: 'Something was missed.' });
    expect(list('all').rows.map(({ ref }) => ref)).toEqual([second, third]);
    expect(list('all').rows[0]).not.toHaveProperty('hasMail');
    wait(400);
    expect(list('due').rows.map(({ ref }) => ref)).toEqual([second, third]);
    purgeCase(desk, second, over);
    expect(list('due').rows.map(({ ref }) => ref)).toEqual([third]);
  });
});

describe('at a desk of two', () => {
  const second = 'user:second0000001';
  beforeEach(() => {
    const body = { name: 'S. Second', designation: null, roles: ['deputy'], exchangeKey: 'k', signingKey: 'k' };
    write(desk, [], () => post(desk, { kind: 'person.added', subject: second, body }));
  });

  it('another person agrees before a case is purged, and stands on its tombstone', () => {
    const ref = closed();
    wait(400);
    expect(proposePurge(desk, [ref], over)).toEqual({ done: [], waiting: [ref], refused: [] });
    expect(list().rows[0]?.proposal).toMatchObject({ state: 'waits', isMine: true, proposedByName: 'O. Sample' });
    expect(purgeCases(desk, { refs: [ref], typed: ref, reason: over }).waiting).toEqual([ref]);
    approve(desk, list().rows[0]!.proposal!.approval, null, second);
    expect(proposePurge(desk, [ref], over).done).toEqual([ref]);
    expect(purgeCases(desk, { refs: [ref], typed: ref, reason: over }).done).toEqual([ref]);
    expect(readTombstone(desk.db, ref)).toMatchObject({ sole: false, approvedByName: 'S. Second', proposedAt: expect.any(String) });
    expect(desk.db.prepare('SELECT count(*) FROM approval').pluck().get()).toBe(0);
    expect(problems().filter(({ kind }) => kind !== 'signature-differs')).toEqual([]);
  });

  it('what came up since the agreement still stands in the way', () => {
    const ref = closed();
    wait(400);
    proposePurge(desk, [ref], over);
    approve(desk, list().rows[0]!.proposal!.approval, null, second);
    act(ref, 'hold', { scope: 'case', instrument: 'Order 8', reason: 'An appeal.' });
    expect(purgeCases(desk, { refs: [ref], typed: ref, reason: over }).refused).toMatchObject([
      { ref, why: expect.stringContaining('Order 8') },
    ]);
  });
});

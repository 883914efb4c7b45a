import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueCounts, queueWindow, undoAct } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const minute = 60_000;
const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase(over));
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const queue = () => queueWindow(made.desk.db, { filter: {}, offset: 0, limit: 50 }, nowOf(made.desk));
const clock = (ref: string, rule: string) => view(ref).clocks.find((one) => one.rule === rule);
const inIndia = (ms: number) => new Date(ms).toISOString();

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

describe('filing a case', () => {
  it('gives a ticket, a state and the clocks of its kind', () => {
    const { ref, state, clocks } = add();
    expect(ref).toMatch(/^COC-2026-000001-\d$/);
    expect(state).toBe('received');
    const due = Object.fromEntries(clocks.map((one) => [one.rule, one.due]));
    expect(due).toMatchObject({
      'IT-ACK-24H': '2026-11-22T11:30:00+05:30',
      'IT-RES-7D': '2026-11-28T23:59:59+05:30',
      'IT-FAST-36H': '2026-11-22T23:30:00+05:30',
    });
  });

  it('puts the earliest legal clock into the queue', () => {
    const { ref } = add();
    const [row] = queue().rows;
    expect(row).toMatchObject({ ref, next: { rule: 'IT-ACK-24H', due: '2026-11-22T06:00:00.000Z', internal: false } });
  });

  it('counts tickets by platform and year of receipt in IST', () => {
    const old = { receivedAt: '2025-12-31T23:59:59+05:30', lateReason: 'found in the post' };
    expect(add(old).ref).toMatch(/^COC-2025-000001-/);
    expect(add({ receivedAt: '2026-01-01T00:00:00+05:30', lateReason: 'found in the post' }).ref).toMatch(/^COC-2026-000001-/);
    expect(add().ref).toMatch(/^COC-2026-000002-/);
    expect(add({ platform: 'nojoto' }).ref).toMatch(/^NOJ-2026-000001-/);
  });

  it.each([
    ['unknown kind', { kind: 'gossip' }, 'kind'],
    ['missing receipt time', { receivedAt: undefined }, 'receivedAt'],
    ['receipt in the future', { receivedAt: '2026-11-21T12:30:00+05:30' }, 'receivedAt'],
    ['receipt without offset', { receivedAt: '2026-11-21T11:30:00' }, 'receivedAt'],
    ['29 February of a common year', { receivedAt: '2026-02-29T11:30:00+05:30' }, 'receivedAt'],
    ['late entry without a reason', { receivedAt: '2026-11-21T09:00:00+05:30' }, 'lateReason'],
    ['too long a text', { text: 'x'.repeat(200_001) }, 'text'],
    ['a field nobody knows', { priority: 'high' }, 'priority'],
    ['a fact nobody knows', { facts: { mood: 'bad' } }, 'facts.mood'],
    ['an empty subject', { subject: '  ' }, 'subject'],
    ['a line break in a name', { complainant: { name: 'A.\nExample' } }, 'complainant.name'],
  ])('refuses %s and names the field', (_what, over, field) => {
    const before = made.desk.journal.head();
    const fault = faultOf(() => add(over));
    expect(fault.code).toBe('bad-input');
    expect(fault.detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('refuses every control character but tab and line end in running text', () => {
    for (let code = 0; code < 0xa0; code += 1) {
      const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
      if (!isControl || code === 0x09 || code === 0x0a || code === 0x0d) continue;
      const fault = faultOf(() => add({ text: `a${String.fromCharCode(code)}b` }));
      expect(fault.message, `U+${code.toString(16)}`).toContain(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
    }
  });
});

describe('the way of a case', () => {
  it('goes from receipt to closing and freezes its clocks', () => {
    const { ref } = add();
    made.clock.advance(30 * minute);
    const sentAt = inIndia(made.clock.now());
    expect(act(ref, 'acknowledge', { sentAt, mode: 'email', proof: 'mail id' }).state).toBe('acknowledged');
    expect(clock(ref, 'IT-ACK-24H')?.status).toBe('met');
    expect(act(ref, 'start-review').state).toBe('under-review');
    made.clock.advance(30 * minute);
    const at = inIndia(made.clock.now());
    const items = [{ value: 'https://posts.example/1', action: 'removed', at }];
    expect(act(ref, 'decide', { outcome: 'upheld', ground: 'rule 3(1)(b)', reasons: 'The post misleads.', items }).state).toBe('decided');
    expect(clock(ref, 'IT-FAST-36H')?.status).toBe('met');
    expect(clock(ref, 'IT-PRES-180D')?.status).toBe('running');
    act(ref, 'dispatch', { letter: 'decision', sentAt: at, mode: 'email' });
    expect(clock(ref, 'IT-RES-7D')?.status).toBe('met');
    expect(act(ref, 'close').state).toBe('closed');
    expect(queue().total).toBe(0);
    expect(queueCounts(made.desk.db, nowOf(made.desk))).toMatchObject({ total: 0, closed: 1 });
    expect(verifyDesk(made.desk, { deep: true })).toMatchObject({ ok: true, problems: [] });
  });

  it('shows a late acknowledgement as missed and keeps it first in the queue until then', () => {
    const { ref } = add();
    add({ receivedAt: '2026-11-21T11:59:00+05:30' });
    made.clock.advance(25 * 60 * minute);
    made.desk.time.confirm();
    expect(queue().rows[0]).toMatchObject({ ref });
    expect(clock(ref, 'IT-ACK-24H')?.status).toBe('missed');
    act(ref, 'acknowledge', { sentAt: inIndia(made.clock.now()), mode: 'email' });
    expect(clock(ref, 'IT-ACK-24H')?.status).toBe('missed');
  });

  it('stops the removal clock with the last item, not the first', () => {
    const { ref } = add({
      items: [
        { type: 'url', value: 'https://posts.example/1' },
        { type: 'url', value: 'https://posts.example/2' },
      ],
    });
    made.clock.advance(minute);
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    expect(clock(ref, 'IT-FAST-36H')?.status).toBe('running');
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/2', action: 'kept' }] });
    expect(clock(ref, 'IT-FAST-36H')?.status).toBe('met');
  });

  it('says what stands in the way', () => {
    const { ref } = add();
    expect(faultOf(() => act(ref, 'close')).message).toContain('Decide it first');
    expect(faultOf(() => act(ref, 'dispatch', { letter: 'decision', sentAt: inIndia(made.clock.now()), mode: 'email' })).message).toContain(
      'no decision',
    );
    expect(faultOf(() => act(ref, 'decide', { outcome: 'upheld', ground: 'g', reasons: '' })).detail.issues?.[0]?.field).toBe('reasons');
    expect(faultOf(() => act(ref, 'acknowledge', { sentAt: '2026-11-21T10:00:00+05:30', mode: 'email' })).message).toContain(
      'before the case was received',
    );
    expect(faultOf(() => act(ref, 'acknowledge', { sentAt: '2026-11-22T10:00:00+05:30', mode: 'email' })).message).toContain('future');
    expect(faultOf(() => act(ref, 'acknowledge', { sentAt: inIndia(made.clock.now()), mode: 'noAddress' })).detail.issues?.[0]?.field).toBe(
      'noAddress.reason',
    );
    expect(faultOf(() => act('COC-2026-000009-9', 'note', { text: 'x' })).code).toBe('bad-input');
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
    expect(faultOf(() => act(ref, 'close')).message).toContain('has not been sent');
  });

  it('reopens for the complainant with new clocks beside the frozen ones, for the desk with none', () => {
    const { ref } = add();
    const now = () => inIndia(made.clock.now());
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'email' });
    act(ref, 'close');
    made.clock.advance(60 * minute);
    act(ref, 'reopen', { by: 'desk', reason: 'second look' });
    expect(clock(ref, 'IT-RES-7D')?.status).toBe('met');
    act(ref, 'decide', { outcome: 'upheld', ground: 'g', reasons: 'On reflection.' });
    made.clock.advance(60 * minute);
    act(ref, 'reopen', { by: 'complainant', reason: 'new facts' });
    expect(clock(ref, 'IT-ACK-24H')).toMatchObject({ status: 'running', start: '2026-11-21T14:00:00+05:30' });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('makes a linked case of one that changes its kind after the acknowledgement', () => {
    const { ref } = add();
    act(ref, 'acknowledge', { sentAt: inIndia(made.clock.now()), mode: 'email' });
    const { linked } = act(ref, 'triage', { kind: 'account', reason: 'It is about the account.' });
    expect(view(ref)).toMatchObject({ state: 'closed', outcome: 'redirected', links: [{ ref: linked, as: 'continued-by' }] });
    expect(view(linked as string)).toMatchObject({ kind: 'account', receivedAt: view(ref).receivedAt, links: [{ ref, as: 'continues' }] });
  });

  it('recomputes when the receipt is amended and keeps the old value with its reason', () => {
    const { ref } = add();
    act(ref, 'amend', { receivedAt: '2026-11-21T11:00:00+05:30', reason: 'the envelope is stamped 11:00' });
    expect(clock(ref, 'IT-ACK-24H')?.due).toBe('2026-11-22T11:00:00+05:30');
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'case.amended', body: { was: { receivedAt: '2026-11-21T06:00:00.000Z' } } });
  });

  it('takes an act back within ten seconds and starts the stopped clock with its old due date', () => {
    const { ref } = add();
    const before = view(ref);
    const { undo } = act(ref, 'decide', {
      outcome: 'upheld',
      ground: 'g',
      reasons: 'r',
      items: [{ value: 'https://posts.example/9', action: 'removed', add: true }],
    });
    made.clock.advance(9_000);
    expect(undoAct(made.desk, ref, undo?.seq ?? 0).state).toBe('received');
    expect(view(ref)).toMatchObject({ state: 'received', items: before.items, decision: null });
    expect(clock(ref, 'IT-FAST-36H')?.due).toBe('2026-11-22T23:30:00+05:30');
    const again = act(ref, 'start-review').undo;
    made.clock.advance(11_000);
    expect(faultOf(() => undoAct(made.desk, ref, again?.seq ?? 0)).code).toBe('refused');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('stands for dispatch by a reason where nobody can be written to, and moves a case to another platform under its ticket', () => {
    const { ref } = add();
    act(ref, 'amend', { platform: 'nojoto', reason: 'filed under the wrong platform' });
    expect(view(ref)).toMatchObject({ ref, platform: 'nojoto' });
    expect(queue().rows[0]).toMatchObject({ ref, platform: 'nojoto' });
    expect(queueCounts(made.desk.db, nowOf(made.desk)).byPlatform).toEqual({ nojoto: 1 });
    act(ref, 'acknowledge', { noAddress: { reason: 'the letter came without a name' } });
    expect(clock(ref, 'IT-ACK-24H')?.status).toBe('met');
    expect(faultOf(() => act(ref, 'dispatch', { letter: 'missing-details', mode: 'email' })).detail.issues?.[0]?.field).toBe('sentAt');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('voids with a reason and keeps the ticket used', () => {
    const { ref } = add();
    expect(act(ref, 'void', { reason: 'spam' }).state).toBe('closed');
    expect(view(ref).outcome).toBe('void');
    expect(add().ref).toMatch(/-000002-/);
  });

  it('offers a step in every open state', () => {
    const { ref } = add({ kind: 'unsorted', facts: {}, items: [] });
    const steps = [view(ref).next.act];
    act(ref, 'triage', { kind: 'account' });
    steps.push(view(ref).next.act);
    act(ref, 'acknowledge', { sentAt: inIndia(made.clock.now()), mode: 'email' });
    steps.push(view(ref).next.act);
    act(ref, 'start-review');
    steps.push(view(ref).next.act);
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'r' });
    steps.push(view(ref).next.act);
    act(ref, 'dispatch', { letter: 'decision', sentAt: inIndia(made.clock.now()), mode: 'email' });
    steps.push(view(ref).next.act);
    expect(steps).toEqual(['triage', 'acknowledge', 'start-review', 'decide', 'letter', 'close']);
  });
});

describe('the same thing twice', () => {
  const now = () => inIndia(made.clock.now());
  const decide = (ref: string, over: Record<string, unknown> = {}) =>
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.', ...over });

  it('decides and sends again after the desk reopened, with the disposal clock met by the first', () => {
    const { ref } = add();
    decide(ref);
    act(ref, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'email' });
    act(ref, 'close');
    made.clock.advance(minute);
    act(ref, 'reopen', { by: 'desk', reason: 'second look' });
    expect(queue().rows[0]?.next).not.toBeNull();
    decide(ref, { outcome: 'upheld' });
    expect(faultOf(() => act(ref, 'close')).message).toContain('has not been sent');
    act(ref, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'email' });
    expect(act(ref, 'close').state).toBe('closed');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('gives a case voided in error its legal clocks back', () => {
    const { ref } = add();
    act(ref, 'void', { reason: 'taken for spam' });
    act(ref, 'reopen', { by: 'desk', reason: 'it was real' });
    expect(clock(ref, 'IT-ACK-24H')?.status).toBe('running');
    expect(queue().rows[0]).toMatchObject({ ref, next: { rule: 'IT-ACK-24H' } });
  });

  it('starts removal clocks anew for items of a complaint that comes back', () => {
    const { ref } = add();
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'kept' }] });
    decide(ref);
    made.clock.advance(60 * minute);
    act(ref, 'reopen', { by: 'complainant', reason: 'it is back' });
    expect(clock(ref, 'IT-FAST-36H')).toMatchObject({ status: 'running', start: '2026-11-21T13:00:00+05:30' });
    expect(view(ref).items).toMatchObject([{ action: null }]);
  });

  it('keeps the moment all items had been acted on when one is restored later', () => {
    const { ref } = add();
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'removed' }] });
    made.clock.advance(40 * 60 * minute);
    made.desk.time.confirm();
    act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/1', action: 'restored' }] });
    expect(clock(ref, 'IT-FAST-36H')?.status).toBe('met');
  });

  it('refuses an undo once something else has happened, and a letter nobody knows', () => {
    const { ref } = add();
    const { undo } = decide(ref);
    act(ref, 'note', { text: 'told the team' });
    expect(faultOf(() => undoAct(made.desk, ref, undo?.seq ?? 0)).code).toBe('refused');
    expect(faultOf(() => act(ref, 'dispatch', { letter: 'descision', sentAt: now(), mode: 'email' })).detail.issues?.[0]?.field).toBe(
      'letter',
    );
  });

  it('records a decision made and sent yesterday, and refuses a receipt after what was done', () => {
    const { ref } = add({ receivedAt: '2026-11-19T11:00:00+05:30', lateReason: 'register of paper' });
    decide(ref, { at: '2026-11-20T10:00:00+05:30' });
    act(ref, 'dispatch', { letter: 'decision', sentAt: '2026-11-20T12:00:00+05:30', mode: 'post' });
    expect(clock(ref, 'IT-RES-7D')?.status).toBe('met');
    expect(faultOf(() => act(ref, 'amend', { receivedAt: '2026-11-21T10:00:00+05:30', reason: 'x' })).message).toContain('already done');
  });

  it('does not hide a missed clock behind a later withdrawal, and ends only the named clocks with a report', () => {
    const { ref } = add();
    made.clock.advance(8 * 24 * 60 * minute);
    made.desk.time.confirm();
    act(ref, 'withdraw', { at: now(), reason: 'settled' });
    expect(clock(ref, 'IT-RES-7D')?.status).toBe('missed');
    expect(view(ref).next.act).toBe('close');
    const breach = add({ kind: 'breach', receivedAt: now(), facts: { noticedAt: now(), personalDataAffected: true }, items: [] }).ref;
    act(breach, 'report', { sentAt: now(), to: 'CERT-In', rules: ['CERT-6H'] });
    made.clock.advance(10 * 60 * minute);
    act(breach, 'report', { sentAt: now(), to: 'CERT-In, again', rules: ['CERT-6H'] });
    expect(clock(breach, 'CERT-6H')?.status).toBe('met');
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('refuses a mistyped item and takes a decision without items as the moment of removal', () => {
    const { ref } = add();
    expect(
      faultOf(() => act(ref, 'act-on-items', { items: [{ value: 'https://posts.example/l', action: 'removed' }] })).detail.issues?.[0]
        ?.field,
    ).toBe('items.0.value');
    const bare = add({ items: [], facts: { intimate: true, removalSought: true } }).ref;
    decide(bare, { outcome: 'upheld' });
    expect(clock(bare, 'IT-NCII-2H')?.status).toBe('met');
    expect(clock(bare, 'IT-PRES-180D')?.status).toBe('running');
  });

  it('folds every kind of entry that it posts', () => {
    for (const kind of ['attachment.exported', 'letter.exported', 'case.reported', 'signed'])
      expect(made.desk.folds.has(kind), kind).toBe(true);
  });
});

describe('time', () => {
  it('stops writing after a step back or a jump of more than a day until the time is confirmed', () => {
    add();
    made.clock.set('2026-11-21T06:00:00.000Z');
    expect(faultOf(() => add({ receivedAt: '2026-11-21T11:20:00+05:30' })).code).toBe('clock-moved');
    made.desk.time.confirm();
    expect(add({ receivedAt: '2026-11-21T11:20:00+05:30' }).state).toBe('received');
    made.clock.set('2026-11-23T06:00:00.000Z');
    expect(faultOf(() => add({ receivedAt: '2026-11-23T11:20:00+05:30' })).code).toBe('clock-moved');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, judgeDraft } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const receivedAt = '2026-11-21T11:30:00+05:30';
/** A police notice to which nothing is wanting; everything in it is invented. */
const notice = {
  instrument: 'police-notice',
  agency: 'Example State Police, Cyber Cell',
  state: 'Example State',
  officerName: 'I. Sample',
  officerRank: 'Deputy Inspector General',
  officerEmail: 'dig.cyber@example.gov.in',
  officerPhone: '011 2000 0000',
  number: 'CYB/12/2026',
  datedOn: '2026-11-21',
  provision: 'IT Act s.79(3)(b)',
  unlawfulAct: 'incitement to violence',
  inWriting: true,
  reasoned: true,
  signed: true,
  authorised: true,
};
const file = (order: Record<string, unknown>, over: Record<string, unknown> = {}) =>
  addCase(
    made.desk,
    contentCase({
      kind: 'removal-order',
      receivedAt,
      facts: undefined,
      complainant: undefined,
      subject: 'Notice of the police',
      order,
      ...over,
    }),
  );
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const messageOf = (work: () => unknown) => {
  const { message, detail } = faultOf(work);
  return `${message} ${JSON.stringify(detail)}`;
};

describe('an order that is logged', () => {
  it('settles the facts, is judged at once, and runs its three hours', () => {
    const { ref, clocks } = file(notice);
    expect(clocks.find(({ rule }) => rule === 'IT-ORD-3H')).toMatchObject({ status: 'running', due: '2026-11-21T14:30:00+05:30' });
    const { order, facts } = view(ref);
    expect(facts).toMatchObject({ source: 'police', officerRank: 'Deputy Inspector General', urlsGiven: true, reasoned: true });
    expect(order).toMatchObject({ judgement: { verdict: 'valid', clock: { runs: true } }, same: null, isOfficialAddress: true });
    sound();
  });

  it('of a rank below the law runs no clock, and says why', () => {
    const { ref, clocks } = file({ ...notice, officerRank: 'Inspector of Police' });
    expect(clocks.some(({ rule }) => rule === 'IT-ORD-3H')).toBe(false);
    expect(view(ref).order?.judgement).toMatchObject({ verdict: 'invalid', clock: { runs: false } });
    expect(view(ref).order?.judgement.clock.why.en).toMatch(/below the rank/);
  });

  it('that is here already names the first, however its number is spaced', () => {
    const first = file(notice).ref;
    const { ref } = file({ ...notice, number: 'cyb / 12 / 2026', agency: 'EXAMPLE STATE POLICE CYBER CELL' });
    expect(view(ref).order?.same?.ref).toBe(first);
    expect(view(ref).order?.judgement.findings.map(({ test }) => test)).toContain('not-twice');
    expect(view(first).order?.same?.ref).toBe(ref);
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>, RegExp]>([
    ['of an unknown sort', { instrument: 'moon' }, {}, /order\.instrument.*not in the book.*police-notice/],
    ['filed as another kind', {}, { kind: 'information-order' }, /must be removal-order/],
    ['with a particular that does not exist', { colour: 'red' }, {}, /colour/],
    ['dated on no day', { datedOn: '2026-02-30' }, {}, /not a date that exists/],
  ])('%s is refused with its field', (_name, order, over, message) => {
    expect(messageOf(() => file({ ...notice, ...order }, over))).toMatch(message);
  });

  it('is judged while it is typed, and nothing is written', () => {
    const before = made.desk.journal.head().seq;
    const draft = {
      platform: 'cocial' as const,
      receivedAt: '2026-11-21T06:00:00.000Z',
      order: { ...notice, reasoned: false },
      itemCount: 0,
    };
    const { judgement } = judgeDraft(made.desk.db, draft, nowOf(made.desk));
    expect(judgement.verdict).toBe('invalid');
    expect(made.desk.journal.head().seq).toBe(before);
  });
});

describe('what an order says, recorded on a case that came by mail', () => {
  it('sorts the case, and its clocks follow', () => {
    const { ref } = addCase(made.desk, contentCase({ kind: 'unsorted', facts: {} }));
    const { clocks } = act(ref, 'record-order', { ...notice, instrument: 'bnss-94-police', purpose: 'investigation of an FIR' });
    expect(clocks.find(({ rule }) => rule === 'IT-INFO-72H')).toMatchObject({ status: 'running' });
    expect(view(ref)).toMatchObject({ kind: 'information-order', order: { instrument: { id: 'bnss-94-police' } } });
    sound();
  });

  it('mended later moves the clock with it, and the journal keeps both', () => {
    const { ref } = file({ ...notice, reasoned: false });
    const { clocks } = act(ref, 'record-order', notice);
    expect(clocks.find(({ rule }) => rule === 'IT-ORD-3H')).toMatchObject({ status: 'running' });
    expect(view(ref).timeline.filter(({ kind }) => kind === 'order.recorded')).toHaveLength(2);
    sound();
  });

  it('of another kind waits for triage once the case was acknowledged', () => {
    const { ref } = file(notice);
    act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    expect(faultOf(() => act(ref, 'record-order', { instrument: 'gac-order' })).message).toMatch(/triage the case first/);
  });

  it('whose data ends before it begins is refused', () => {
    const { ref } = file(notice);
    const input = { ...notice, periodFrom: '2026-02-01', periodTo: '2026-01-01' };
    expect(messageOf(() => act(ref, 'record-order', input))).toMatch(/periodTo.*lies before/);
  });
});

describe('the check of authority', () => {
  it('keeps each step with who, how and when; the last word counts', () => {
    const { ref } = file(notice);
    act(ref, 'check-authority', { step: 'officer', result: 'failed', detail: 'not in the directory of last year' });
    act(ref, 'check-authority', { step: 'officer', result: 'confirmed', detail: 'in the directory of 2026' });
    const step = view(ref).order?.steps.find(({ id }) => id === 'officer');
    expect(step?.last).toMatchObject({ result: 'confirmed', detail: 'in the directory of 2026', byName: 'O. Sample' });
    expect(view(ref).order?.steps.find(({ id }) => id === 'signature')?.last).toBeNull();
    sound();
  });

  it('calls back on a number found independently, never on the one printed', () => {
    const { ref } = file(notice);
    const call = { step: 'call-back', result: 'confirmed', detail: 'the switchboard put me through' };
    expect(messageOf(() => act(ref, 'check-authority', call))).toMatch(/number.*is empty/);
    const printed = { ...call, number: '+91 (011) 2000-0000', foundIn: 'the letter' };
    expect(messageOf(() => act(ref, 'check-authority', printed))).toMatch(/printed in the order/);
    act(ref, 'check-authority', { ...printed, number: '011 2999 9999', foundIn: 'the directory on the agency site' });
    expect(view(ref).order?.steps.find(({ id }) => id === 'call-back')?.last?.foundIn).toMatch(/directory/);
  });

  it('waits for what the order says', () => {
    const { ref } = addCase(made.desk, contentCase({ kind: 'removal-order' }));
    expect(faultOf(() => act(ref, 'check-authority', { step: 'agency', result: 'confirmed', detail: 'x' })).message).toMatch(
      /Record first/,
    );
  });
});

describe('a decision on an order', () => {
  it('has the outcomes of its instrument: a foreign letter is never complied with', () => {
    const { ref } = file({ instrument: 'foreign-police', agency: 'Example Abroad' }, { kind: 'foreign-request' });
    expect(view(ref).work.outcomes).not.toContain('complied');
    const input = { outcome: 'complied', ground: 'order-valid', reasons: 'As asked.' };
    expect(messageOf(() => act(ref, 'decide', input))).toMatch(/outcome.*no outcome of this instrument/);
    act(ref, 'decide', { ...input, outcome: 'refused', ground: 'no-indian-process' });
    expect(view(ref).decision?.outcome).toBe('refused');
  });
});

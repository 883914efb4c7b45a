import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueWindow, undoAct } from '../../src-main/cases/index.ts';
import { currentCalendars } from '../../src-main/desk/adopted.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { adoptCalendar, draftCalendar, explainOfCase, listCalendars } from '../../src-main/law/index.ts';
import { contentCase, makeDesk, reopenDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const hour = 3_600_000;
const add = (over: Record<string, unknown> = {}) => addCase(made.desk, contentCase(over)).ref;
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const own = (ref: string) => view(ref).targets.find(({ rule }) => rule === 'DESK-OWN');
const legal = (ref: string) => view(ref).clocks;
const queue = () => queueWindow(made.desk.db, { filter: {}, offset: 0, limit: 10 }, nowOf(made.desk)).rows;
const deep = () => verifyDesk(made.desk, { deep: true }).problems;
/** A kind that no legal date leads. */
const unled = { kind: 'emergency-request', facts: {}, items: [] };

describe('a target of one case', () => {
  it('stands beside the clocks of law, which it does not touch', () => {
    const ref = add();
    const before = legal(ref);
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30', reason: 'Promised on the phone.' });
    expect(own(ref)).toMatchObject({ due: '2026-11-24T18:00:00+05:30', status: 'running', cite: 'internal target' });
    expect(legal(ref)).toEqual(before);
    expect(queue()[0]?.next?.rule).toBe('IT-ACK-24H');
    expect(view(ref).target).toMatchObject({ due: '2026-11-24T12:30:00.000Z', reason: 'Promised on the phone.', paused: null });
    expect(deep()).toEqual([]);
  });

  it('leads a case that no legal date leads, in place of the desk’s general one', () => {
    const ref = add({ ...unled, kind: 'preservation-request' });
    act(ref, 'set-target', { due: '2026-11-21T13:00:00+05:30' });
    expect(queue()[0]?.next).toEqual({ rule: 'DESK-OWN', due: '2026-11-21T07:30:00.000Z', internal: true });
  });

  it('can be set anew and taken back', () => {
    const ref = add();
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    const { undo } = act(ref, 'set-target', { due: '2026-11-25T18:00:00+05:30' });
    expect(own(ref)?.due).toBe('2026-11-25T18:00:00+05:30');
    undoAct(made.desk, ref, undo?.seq ?? 0);
    expect(own(ref)?.due).toBe('2026-11-24T18:00:00+05:30');
    expect(deep()).toEqual([]);
  });

  it('ends when the decision has been sent', () => {
    const ref = add();
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
    made.clock.advance(hour);
    act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email' });
    expect(own(ref)).toMatchObject({ status: 'met' });
    expect(view(ref).allowed).not.toContain('set-target');
    expect(faultOf(() => act(ref, 'pause-target', { code: 'legal-hold' })).message).toContain('decision has been sent');
  });

  it('goes with the complainant’s return, and stays when the desk reopens', () => {
    const ref = add();
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
    act(ref, 'reopen', { by: 'desk', reason: 'second look' });
    expect(view(ref).target).not.toBeNull();
    act(ref, 'decide', { outcome: 'refused', ground: 'g', reasons: 'No breach.' });
    act(ref, 'reopen', { by: 'complainant', reason: 'new facts' });
    expect(view(ref).target).toBeNull();
    expect(deep()).toEqual([]);
  });

  it.each([
    ['nothing', {}, 'due'],
    ['both a date and days', { due: '2026-11-24T18:00:00+05:30', workingDays: 2 }, 'due'],
    ['a date in the past', { due: '2026-11-21T11:00:00+05:30' }, 'due'],
    ['a date without offset', { due: '2026-11-24T18:00:00' }, 'due'],
    ['a calendar without days', { due: '2026-11-24T18:00:00+05:30', calendar: 'india-national' }, 'calendar'],
    ['a calendar nobody knows', { workingDays: 2, calendar: 'moon' }, 'calendar'],
    ['no days', { workingDays: 0 }, 'workingDays'],
  ])('of %s is refused by field', (_what, input, field) => {
    const ref = add();
    expect(faultOf(() => act(ref, 'set-target', input)).detail.issues?.map((issue) => issue.field)).toContain(field);
    expect(view(ref).target).toBeNull();
  });
});

describe('a pause', () => {
  const paused = () => {
    const ref = add(unled);
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    made.clock.advance(hour);
    act(ref, 'pause-target', { code: 'awaiting-complainant' });
    return ref;
  };

  it('stops the target and no clock of law; its date stays in sight', () => {
    const ref = add();
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    const before = legal(ref);
    act(ref, 'pause-target', { code: 'legal-opinion' });
    expect(legal(ref)).toEqual(before);
    expect(own(ref)).toMatchObject({ status: 'waits', waitsFor: 'target-resumed', due: '2026-11-24T18:00:00+05:30' });
    expect(view(ref).target?.paused).toMatchObject({ code: 'legal-opinion', at: nowOf(made.desk) });
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'target.paused', body: { code: 'legal-opinion' } });
  });

  it('does not put the case out of sight', () => {
    const ref = paused();
    expect(queue().find((row) => row.ref === ref)?.next).toMatchObject({ internal: true });
  });

  it('is added to the target when it ends', () => {
    const ref = paused();
    made.clock.advance(5 * hour);
    act(ref, 'resume-target', { reason: 'She called back.' });
    expect(own(ref)).toMatchObject({ status: 'running', due: '2026-11-24T23:00:00+05:30' });
    expect(view(ref).target?.pauses).toMatchObject([{ code: 'awaiting-complainant', endedBy: 'person' }]);
    expect(explainOfCase(made.desk, ref, 'DESK-OWN').text).toMatch(/Paused from 21-11-2026 13:00:00 IST to 21-11-2026 18:00:00 IST/);
    expect(deep()).toEqual([]);
  });

  it('needs words for another reason, a running target to begin, and a paused one to end', () => {
    const ref = add();
    expect(faultOf(() => act(ref, 'pause-target', { code: 'other' })).detail.issues?.[0]?.field).toBe('text');
    expect(faultOf(() => act(ref, 'pause-target', { code: 'legal-hold' })).message).toContain('set one first');
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    expect(faultOf(() => act(ref, 'resume-target')).message).toContain('not paused');
    act(ref, 'pause-target', { code: 'other', text: 'Waiting for the landlord.' });
    expect(faultOf(() => act(ref, 'pause-target', { code: 'legal-hold' })).message).toContain('paused already');
    expect(view(ref).allowed).toContain('resume-target');
    expect(view(ref).allowed).not.toContain('pause-target');
  });

  it('ends by itself when a message is linked to the case', async () => {
    const mail = (id: string, more: string) => ({
      source: `${id}.eml`,
      bytes: Buffer.from(
        `From: A. Example <a@mail.example>\r\nTo: desk@cocial.example\r\nMessage-ID: <${id}@mail.example>\r\n${more}Date: Sat, 21 Nov 2026 11:50:00 +0530\r\nSubject: Post\r\n\r\nText.\r\n`,
      ),
    });
    const first = await importMail(made.desk, [mail('one', '')], { platform: 'cocial' });
    const [ref = ''] = first.refs;
    act(ref, 'set-target', { due: '2026-11-24T18:00:00+05:30' });
    act(ref, 'pause-target', { code: 'awaiting-complainant' });
    made.clock.advance(2 * hour);
    const second = await importMail(made.desk, [mail('two', 'In-Reply-To: <one@mail.example>\r\n')], { platform: 'cocial' });
    expect(second).toMatchObject({ linked: 1, created: 0 });
    expect(own(ref)).toMatchObject({ status: 'running', due: '2026-11-24T20:00:00+05:30' });
    expect(view(ref).target?.pauses).toMatchObject([{ endedBy: 'mail' }]);
    expect(deep()).toEqual([]);
  });

  it('survives the end of the program', () => {
    const ref = paused();
    made.clock.advance(5 * hour);
    const again = reopenDesk(made.dir, made.dataKey, made.clock);
    actOnCase(again, ref, 'resume-target', {});
    again.db.close();
    expect(own(ref)?.due).toBe('2026-11-24T23:00:00+05:30');
    expect(deep()).toEqual([]);
  });
});

describe('working days', () => {
  it('are counted by a calendar whose version the target keeps', () => {
    const ref = add();
    act(ref, 'set-target', { workingDays: 2 });
    // Saturday 21 November 2026: Monday is the first working day, the Tuesday is a holiday of the list.
    expect(own(ref)?.due).toBe('2026-11-25T23:59:59+05:30');
    const [calendar] = currentCalendars(made.desk.db);
    expect(view(ref).target?.working).toEqual({ days: 2, calendar: 'india-national', version: '2026.11', hash: calendar?.hash });
    expect(explainOfCase(made.desk, ref, 'DESK-OWN').text).toContain('2 working days by the calendar india-national, version 2026.11');
    expect(deep()).toEqual([]);
  });

  it('do not look at a clock of law', () => {
    const ref = add();
    expect(view(ref).clocks.find(({ rule }) => rule === 'IT-RES-7D')?.due).toBe('2026-11-28T23:59:59+05:30');
  });

  it('follow the calendar that is adopted later, and old targets keep theirs', () => {
    const old = add();
    act(old, 'set-target', { workingDays: 1 });
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART;VALUE=DATE:20261123',
      'SUMMARY:Local holiday',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const names = { id: 'karnataka', title: 'Karnataka', weeklyOff: ['sun' as const] };
    const { content, problems, calendar } = draftCalendar(text, names, '2026-11-21');
    expect(problems).toEqual([]);
    expect(calendar).toMatchObject({
      version: '2026-11-21',
      years: [2026],
      holidays: [{ date: '2026-11-23', name: 'Local holiday', check: false }],
    });
    adoptCalendar(made.desk, content ?? '', 'The State’s list.');
    const fresh = add();
    act(fresh, 'set-target', { workingDays: 1, calendar: 'karnataka' });
    expect([own(old)?.due, own(fresh)?.due]).toEqual(['2026-11-23T23:59:59+05:30', '2026-11-24T23:59:59+05:30']);
    act(old, 'pause-target', { code: 'legal-opinion' });
    made.clock.advance(20 * hour);
    act(old, 'resume-target');
    expect(own(old)?.due).toBe('2026-11-23T23:59:59+05:30');
    expect(listCalendars(made.desk)).toMatchObject([
      { isAdopted: true, hasUpdate: false, calendar: { id: 'india-national' } },
      { isAdopted: true, hasUpdate: false, calendar: { id: 'karnataka' } },
    ]);
    expect(faultOf(() => adoptCalendar(made.desk, content ?? '', 'again')).message).toContain('already');
    expect(deep()).toEqual([]);
  });

  it('need a version of its own for other days', () => {
    expect(listCalendars(made.desk)).toMatchObject([{ isAdopted: false, calendar: { id: 'india-national' } }]);
    act(add(), 'set-target', { workingDays: 1 });
    const [calendar] = currentCalendars(made.desk.db);
    const changed = JSON.stringify({ ...calendar?.calendar, weeklyOff: ['sun'] });
    expect(faultOf(() => adoptCalendar(made.desk, changed, 'Saturdays are worked.')).detail.issues?.[0]?.field).toBe('version');
  });

  it('are not taken from a file in which nothing can be read', () => {
    const names = { id: 'nothing', title: 'Nothing', weeklyOff: [] };
    expect(draftCalendar('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', names, '2026-11-21')).toMatchObject({
      content: null,
      problems: [{ field: 'VEVENT' }],
    });
    expect(draftCalendar('{ "format": 1 }', null, '2026-11-21')).toMatchObject({ content: null, problems: expect.any(Array) });
    expect(faultOf(() => draftCalendar('BEGIN:VCALENDAR', null, '2026-11-21')).detail.issues?.[0]?.field).toBe('names');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { unansweredRequests } from '../../src-main/identity/index.ts';
import { daysBetween, reminderAfter } from '../../src-main/identity/rules/remind.ts';
import { contentCase, makeDesk, type TestDesk, testClock } from '../support/desk.ts';

let made: TestDesk;
const clock = testClock('2026-11-21T06:30:00.000Z');
beforeEach(() => {
  made = makeDesk({ clock });
});
afterEach(() => made.remove());

const hourMs = 3_600_000;
const act = (ref: string, name: ActName, input: unknown) => actOnCase(made.desk, ref, name, input);
const open = (subject: string) =>
  addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'access', facts: {}, items: [], subject, receivedAt: nowOf(made.desk) })).ref;
const asked = () => unansweredRequests(made.desk.db, nowOf(made.desk), 10).map(({ ref, days, reminder }) => ({ ref, days, reminder }));

describe('who was asked to show who they are', () => {
  it('is named after two days without an answer, and again after four', () => {
    const ref = open('A copy of my data');
    const silent = open('Another copy');
    act(ref, 'dispatch', { letter: 'identity-request', sentAt: nowOf(made.desk), mode: 'email' });
    expect(asked()).toEqual([]);
    clock.advance(47 * hourMs);
    expect(asked()).toEqual([{ ref, days: 2, reminder: 1 }]);
    clock.advance(48 * hourMs);
    expect(asked()).toEqual([{ ref, days: 4, reminder: 2 }]);
    expect(asked().some((one) => one.ref === silent)).toBe(false);
  });

  it('is named no more once something was checked or it was asked again', () => {
    const [first, second] = [open('One'), open('Two')];
    for (const ref of [first, second]) act(ref, 'dispatch', { letter: 'identity-request', sentAt: nowOf(made.desk), mode: 'email' });
    clock.advance(72 * hourMs);
    expect(asked().map(({ ref }) => ref)).toEqual([first, second]);
    act(first, 'verify-identity', { method: 'document', document: 'passport', result: 'insufficient', reason: 'cut off' });
    act(second, 'dispatch', { letter: 'identity-request', sentAt: nowOf(made.desk), mode: 'post' });
    expect(asked()).toEqual([]);
  });
});

describe('a reminder', () => {
  it('counts days in India, and is the latest that is due', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect([0, 1, 2, 3, 4, 9].map((days) => reminderAfter(days, [2, 4]))).toEqual([null, null, 1, 1, 2, 2]);
  });
});

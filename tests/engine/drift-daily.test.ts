import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { checkDriftOnceADay, lastDriftCheck } from '../../src-main/desk/law-work.ts';
import { createSession, type Session } from '../../src-main/desk/session.ts';
import { contentCase, testClock } from '../support/desk.ts';
import { type TestHost, testHost } from '../support/engine-host.ts';
import { sampleWorkspace } from './support/session.ts';

const hour = 3_600_000;
let made: TestHost;
let session: Session;
beforeEach(async () => {
  // Half an hour before midnight in India.
  made = testHost(testClock('2026-11-21T18:00:00.000Z'));
  session = createSession(made.host);
  await session.create(sampleWorkspace(), 0);
});
afterEach(async () => {
  if (session.isOpen()) await session.lock();
  made.remove();
});

const turn = () => new Promise((resolve) => setImmediate(resolve));
const last = () => lastDriftCheck(session.desk().db);

/** Starts the check of the day where one is due, and answers how it ended. */
async function check(): Promise<string | null> {
  const job = checkDriftOnceADay(session);
  if (job === null) return null;
  while (session.jobs.get(job.id).state === 'running') await turn();
  return session.jobs.get(job.id).state;
}

describe('the check of drift that the desk makes by itself', () => {
  it('is made once a day by the day in India, and its result is in the record', async () => {
    addCase(session.desk(), contentCase({ receivedAt: '2026-11-21T17:59:00.000Z' }));
    expect(last()).toBeNull();
    expect(await check()).toBe('done');
    expect(last()).toEqual({ at: '2026-11-21T18:00:00.000Z', checked: 1, drifted: 0 });
    expect(await check()).toBeNull();
    made.clock.advance(hour);
    expect(await check()).toBe('done');
    expect(last()?.at).toBe('2026-11-21T19:00:00.000Z');
  });

  it('counts what differs, for the page of the day to say', async () => {
    const { ref } = addCase(session.desk(), contentCase({ receivedAt: '2026-11-21T17:59:00.000Z' }));
    session.desk().db.prepare("UPDATE case_file SET clocks = replace(clocks, '2026-11-28T', '2026-12-28T') WHERE ref = ?").run(ref);
    await check();
    expect(last()).toMatchObject({ checked: 1, drifted: 1 });
  });

  it('waits while another job runs, while the time is in doubt, and while the desk is locked', async () => {
    let end = () => {};
    const other = session.jobs.start('other', 'Other work', () => new Promise<void>((resolve) => (end = resolve)));
    expect(await check()).toBeNull();
    end();
    while (session.jobs.get(other.id).state === 'running') await turn();
    made.clock.set('2026-11-25T06:00:00.000Z');
    expect(await check()).toBeNull();
    made.clock.set('2026-11-21T18:00:00.000Z');
    await session.lock();
    expect(await check()).toBeNull();
  });
});

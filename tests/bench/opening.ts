import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { type Desk, nowOf, post, write } from '../../src-main/desk/desk.ts';
import { retentionList } from '../../src-main/retention/index.ts';
import { contentCase } from '../support/desk.ts';
import { type Figure, figure, median, timed } from './figures.ts';

const rounds = 21;
const eventsOfCase = 500;

/** Half a thousand entries about one case, most of them notes, with letters and work among them. */
function longCase(desk: Desk): string {
  const { ref } = addCase(desk, contentCase({ kind: 'access', facts: {}, receivedAt: nowOf(desk) }));
  write(desk, [`case:${ref}`], () => {
    for (let n = 0; n < eventsOfCase; n += 1) {
      const body = n % 3 === 0 ? { sort: 'search', name: 'logs', result: '0', at: nowOf(desk), detail: { query: `user ${n}` } } : null;
      const kind = body ? 'work.done' : 'case.noted';
      post(desk, { kind, subject: `case:${ref}`, body: body ?? { text: `Synthetic note ${n}. `.repeat(8), privileged: false } });
    }
  });
  actOnCase(desk, ref, 'start-review', {});
  return ref;
}

/** Opening a case with 500 entries, as the engine answers it: read, put together, and written as the answer that crosses the edge. */
export function benchOpening(desk: Desk, cases: number): Figure[] {
  const ref = longCase(desk);
  const open = () => JSON.stringify(caseView(desk.db, ref, nowOf(desk))).length;
  const first = timed(open);
  const times = Array.from({ length: rounds }, () => timed(open));
  return [figure('case of 500 entries', 'ms', median(times), null, '<= 150 ms', { first: Number(first.toPrecision(3)), cases })];
}

/** The first page of Retention: when it is looked at for the first time, and again. */
export function benchRetention(desk: Desk, cases: number): Figure[] {
  const looking = () => ({ me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
  const page = () => retentionList(desk.db, { part: 'all', offset: 0, limit: 100 }, looking());
  const first = timed(page);
  const times = Array.from({ length: 5 }, () => timed(page));
  const closed = page().total;
  return [figure('page of Retention', 'ms', median(times), null, '<= 150 ms', { first: Number(first.toPrecision(3)), closed, cases })];
}

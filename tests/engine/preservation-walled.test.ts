import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { entriesOfPreservations } from '../../src-main/government/index.ts';
import { addColleague, sitDown } from '../support/colleague.ts';
import { makeDesk, type TestDesk } from '../support/desk.ts';
import { fileDirection } from '../support/walled.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

describe('what is preserved behind a wall', () => {
  it('is held, renewed and released there, and nobody outside reads of it', () => {
    const nodal = addColleague(made.desk, 'N. Nodal', ['nodal-contact', 'compliance-chief']);
    const ref = fileDirection(made.desk);
    sitDown(made.desk, nodal);
    const desk = made.desk.walls.deskOf(ref);
    const kept = () => caseView(desk.db, ref, nowOf(made.desk)).handling.preservations[0];
    actOnCase(desk, ref, 'preserve', { paper: 'The direction', accounts: ['@a'], reason: 'As directed.' });
    expect(kept()).toMatchObject({ releasedAt: null });
    expect(caseView(desk.db, ref, nowOf(made.desk)).work.holds).toMatchObject([{ id: kept()?.hold }]);
    expect(entriesOfPreservations(made.desk.db)).toEqual([]);
    actOnCase(desk, ref, 'renew-preservation', { preservation: kept()?.seq, paper: 'A further direction', reason: 'It goes on.' });
    expect(caseView(desk.db, ref, nowOf(made.desk)).work.holds).toMatchObject([{ id: kept()?.hold, instrument: 'A further direction' }]);
    actOnCase(desk, ref, 'release-preservation', { preservation: kept()?.seq, reason: 'It is over.' });
    expect(caseView(desk.db, ref, nowOf(made.desk)).work.holds).toEqual([]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });
});

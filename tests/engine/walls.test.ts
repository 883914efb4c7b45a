import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, openPlain } from '../../db/open.ts';
import { copyDesk, verifyCopy, verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView, queueCounts, queueWindow } from '../../src-main/cases/index.ts';
import { type Desk, type DeskPerson, nowOf, post, write } from '../../src-main/desk/desk.ts';
import { readDraft, saveDraft } from '../../src-main/desk/drafts.ts';
import type { Fault } from '../../src-main/desk/faults.ts';
import { letterPdf, sealLetter } from '../../src-main/letters/index.ts';
import { dossierOrderSchema } from '../../src-main/reports/contract.ts';
import { makeDossier, saveDossier } from '../../src-main/reports/index.ts';
import { extractOf } from '../../src-main/reports/store.ts';
import { purgeCase } from '../../src-main/retention/service.ts';
import { findCases } from '../../src-main/search/index.ts';
import { listRestricted } from '../../src-main/walls/index.ts';
import { confirmTime } from '../../src-main/workspace/index.ts';
import { deriveKey } from '../../src-main/workspace/keys.ts';
import { pythonSays } from '../support/audit-copy.ts';
import { addColleague, sitDown } from '../support/colleague.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { everyByte, everyCell, fileDirection, seededWords } from '../support/walled.ts';

let made: TestDesk;
let officer: DeskPerson;
let nodal: DeskPerson;
beforeEach(() => {
  made = makeDesk();
  officer = made.desk.person;
  nodal = addColleague(made.desk, 'N. Nodal', ['nodal-contact', 'compliance-chief']);
});
afterEach(() => made.remove());

const faultOf = (work: () => unknown): Fault => {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
};
/** The desk on which the person at it works on this case. */
const at = (ref: string): Desk => made.desk.walls.deskOf(ref);
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(at(ref), ref, name, input);
const view = (ref: string) => caseView(at(ref).db, ref, nowOf(made.desk));
const queue = (desk: Desk) => queueWindow(desk.db, { filter: {}, offset: 0, limit: 50 }, nowOf(desk)).rows.map(({ ref }) => ref);
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

/** Nothing of the case in what anybody who opens the workspace can read. */
function nothingInClear(): void {
  const [cells, bytes] = [everyCell(made.desk.db), everyByte(made.desk.db)];
  for (const word of [...seededWords, 'it-69a', 'blocking-direction'])
    for (const [where, text] of Object.entries({ cells, bytes }))
      expect(text.includes(word) && !lawOfTheDesk(text, word), `${word} in ${where}`).toBe(false);
}

/** The law itself, adopted with the workspace, names instruments and kinds; no case does. */
function lawOfTheDesk(text: string, word: string): boolean {
  return (
    !seededWords.includes(word) && !text.includes('"instrument":"it-69a"') && !text.includes('"kind":"blocking-direction","lateReason"')
  );
}

describe('an order of a confidential class', () => {
  it('is sealed from its first word by an officer who may not see it afterwards', () => {
    const open = addCase(made.desk, contentCase()).ref;
    const ref = fileDirection(made.desk);
    expect(Number(ref.split('-')[2])).toBe(Number(open.split('-')[2]) + 1);
    nothingInClear();
    expect(queue(made.desk)).toEqual([open]);
    expect(queueCounts(made.desk.db, nowOf(made.desk)).total).toBe(1);
    expect(findCases(made.desk, seededWords[0] ?? '', 10).rows).toEqual([]);
    expect(findCases(made.desk, ref, 10).rows).toEqual([]);
    expect(faultOf(() => at(ref))).toMatchObject({ code: 'restricted', message: expect.stringContaining(ref) });
    expect(faultOf(() => caseView(made.desk.db, ref, nowOf(made.desk))).code).toBe('restricted');
    expect(made.desk.walls.opened()).toBeNull();
    // The series goes on behind it.
    expect(Number(addCase(made.desk, contentCase()).ref.split('-')[2])).toBe(Number(ref.split('-')[2]) + 1);
    sound();
  });

  it('is worked on from receipt to closing by who holds its key, and nobody else sees any of it', async () => {
    const ref = fileDirection(made.desk);
    sitDown(made.desk, nodal);
    expect(view(ref)).toMatchObject({ ref, kind: 'blocking-direction', order: { instrument: { id: 'it-69a' } } });
    expect(queue(at(ref))).toEqual([ref]);
    expect(findCases(at(ref), seededWords[1] ?? '', 10).rows).toMatchObject([{ ref }]);
    act(ref, 'note', { text: `Asked about ${seededWords[2]}` });
    act(ref, 'start-review');
    act(ref, 'decide', { outcome: 'complied', ground: 'order', reasons: `Complied: ${seededWords[3]}`, items: [] });
    const letter = await sealLetter(at(ref), { ref, template: 'decision' });
    expect(made.desk.db.prepare('SELECT kind FROM journal WHERE seq = ?').pluck().get(letter.record)).toBe('sealed');
    act(ref, 'dispatch', { letter: letter.id, sentAt: nowOf(made.desk), mode: 'email', proof: 'Message id 1' });
    nothingInClear();
    const before = view(ref);
    made.desk.walls.close();
    expect(view(ref)).toEqual(before);
    expect(letterPdf(at(ref), letter.id).pdf.byteLength).toBeGreaterThan(1_000);
    sitDown(made.desk, officer);
    expect(faultOf(() => at(ref)).code).toBe('restricted');
    expect(letterFaultFor(letter.id).code).toBe('not-found');
    sound();
  });

  it('keeps the clocks it had under the law of each moment when it is opened anew', () => {
    sitDown(made.desk, nodal);
    const ref = fileDirection(made.desk);
    made.clock.advance(60_000);
    act(ref, 'note', { text: 'Later' });
    const { clocks, timeline } = view(ref);
    expect(clocks.map(({ rule }) => rule)).toContain('BLK-ACK-2H');
    made.desk.walls.close();
    expect(view(ref)).toMatchObject({ clocks, timeline });
  });

  it('is entered by nobody where nobody could open it', () => {
    const third = addColleague(made.desk, 'T. Third', ['deputy']);
    write(made.desk, [], () => post(made.desk, { kind: 'person.removed', subject: nodal.id, body: { reason: 'Left' } }));
    expect(third.roles).toEqual(['deputy']);
    const entries = made.desk.journal.head().seq;
    expect(faultOf(() => fileDirection(made.desk))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('compliance chief'),
    });
    expect(made.desk.journal.head().seq).toBe(entries);
    nothingInClear();
  });

  it('opens to the one person of a desk of one, and to nobody without a key of her own', () => {
    const alone = makeDesk();
    try {
      const ref = fileDirection(alone.desk);
      expect(caseView(alone.desk.walls.deskOf(ref).db, ref, nowOf(alone.desk)).ref).toBe(ref);
      alone.desk.person = { id: 'system', name: 'recovery code', designation: null, roles: [], signingKey: null };
      expect(faultOf(() => alone.desk.walls.deskOf(ref)).code).toBe('restricted');
    } finally {
      void alone.remove();
    }
  });
});

const letterFaultFor = (id: string): Fault => faultOf(() => letterPdf(made.desk, id));

describe('an audit copy with walls', () => {
  it('holds what its maker can open in a table of its own, and verifies as any other', () => {
    const ref = fileDirection(made.desk);
    const [mine, hers] = ['officer.db', 'nodal.db'].map((name) => join(made.dir, name)) as [string, string];
    const copy = (out: string) => copyDesk(made.desk, { out, bodies: 'all', reason: 'Audit', withWalls: true });
    copy(mine);
    sitDown(made.desk, nodal);
    copy(hers);
    const openedIn = (file: string) => {
      const plain = openPlain(file);
      try {
        return plain.prepare('SELECT kind, subject, body FROM opened ORDER BY seq').all() as {
          kind: string;
          subject: string;
          body: string;
        }[];
      } finally {
        plain.close();
      }
    };
    expect(openedIn(mine)).toEqual([]);
    const opened = openedIn(hers);
    expect(opened.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['case.received', `case:${ref}`],
      ['order.recorded', `case:${ref}`],
    ]);
    expect(opened[0]?.body).toContain(seededWords[1]);
    for (const file of [mine, hers]) {
      const ours = verifyCopy(file, {});
      expect(ours.problems).toEqual([]);
      expect(pythonSays([{ file }])).toEqual([ours]);
    }
  });
});

describe('a case report', () => {
  it('of a restricted case is made by a holder, and its export is sealed', async () => {
    const ref = fileDirection(made.desk);
    sitDown(made.desk, nodal);
    const order = dossierOrderSchema.parse({ ref });
    const { files } = saveDossier(at(ref), await makeDossier(at(ref), order), join(made.dir, 'report'));
    expect(files.length).toBeGreaterThan(0);
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'report.exported' });
    expect(new Set(extractOf(at(ref).db, ref).map(({ kind }) => kind))).toEqual(new Set(['sealed']));
    nothingInClear();
  });
});

describe('what is sealed', () => {
  it('is verified without any key, by the desk, from an audit copy and by the outside verifier', () => {
    const ref = fileDirection(made.desk);
    sitDown(made.desk, nodal);
    act(ref, 'note', { text: 'A note' });
    for (const bodies of ['none', 'all']) {
      const out = join(made.dir, `copy-${bodies}.db`);
      sitDown(made.desk, officer);
      copyDesk(made.desk, { out, bodies, reason: 'Audit', withWalls: bodies === 'all' });
      const ours = verifyCopy(out, {});
      expect(ours).toMatchObject({ ok: true, problems: [] });
      expect(pythonSays([{ file: out }])).toEqual([ours]);
      rmSync(out);
    }
    sound();
  });

  it('does not open once it was moved to another place, and the rest still does', () => {
    sitDown(made.desk, nodal);
    const [one, two] = [fileDirection(made.desk), fileDirection(made.desk)];
    made.desk.walls.close();
    const db = openDatabase(join(made.dir, 'desk-test.db'), deriveKey(made.dataKey, 'database'), { keyIsProven: true });
    const bodies = db.prepare("SELECT seq, body FROM journal JOIN journal_body USING (seq) WHERE kind = 'sealed' ORDER BY seq").all() as {
      seq: number;
      body: string;
    }[];
    const [first, , third] = bodies;
    db.exec('DROP TRIGGER journal_body_only_blanks');
    db.prepare('UPDATE journal_body SET body = ? WHERE seq = ?').run(third?.body, first?.seq);
    db.close();
    expect(faultOf(() => view(one)).code).toBe('corrupt');
    expect(view(two).ref).toBe(two);
    expect(verifyDesk(made.desk, { deep: false }).problems.map(({ kind }) => kind)).toContain('body-differs');
  });

  it('tells nothing but that there is a restricted case, by whom and when something was written', () => {
    const ref = fileDirection(made.desk);
    const rows = made.desk.db.prepare("SELECT actor, kind, subject FROM journal WHERE subject LIKE 'wall:%' ORDER BY seq").all();
    const wall = made.desk.db.prepare('SELECT id FROM wall WHERE ref = ?').pluck().get(ref);
    expect(rows).toEqual([
      { actor: officer.id, kind: 'wall.raised', subject: `wall:${wall}` },
      ...[1, 2].map(() => ({ actor: officer.id, kind: 'sealed', subject: `wall:${wall}` })),
    ]);
  });

  it('is undone whole with an act that fails', () => {
    sitDown(made.desk, nodal);
    const ref = fileDirection(made.desk);
    const before = view(ref);
    const inside = at(ref);
    expect(() =>
      write(inside, [], () => {
        post(inside, { kind: 'case.noted', subject: `case:${ref}`, body: { text: 'Never', privileged: false } });
        throw new Error('cut off');
      }),
    ).toThrow('cut off');
    expect(view(ref)).toEqual(before);
    sound();
  });
});

describe('keys', () => {
  const third = () => addColleague(made.desk, 'T. Third', ['deputy']);

  it('are given by a holder with a reason that only holders read, and taken again', () => {
    sitDown(made.desk, nodal);
    const ref = fileDirection(made.desk);
    const deputy = third();
    made.desk.walls.grant(ref, deputy.id, `Stands in for ${seededWords[0]}`);
    expect(faultOf(() => made.desk.walls.grant(ref, deputy.id, 'Again'))).toMatchObject({ code: 'refused' });
    nothingInClear();
    sitDown(made.desk, deputy);
    expect(view(ref).timeline.at(-1)).toMatchObject({ kind: 'wall.explained' });
    act(ref, 'note', { text: 'Seen by the deputy' });
    sitDown(made.desk, nodal);
    made.desk.walls.revoke(ref, deputy.id, 'Back at work');
    expect(faultOf(() => made.desk.walls.revoke(ref, nodal.id, 'Nobody left'))).toMatchObject({ code: 'refused' });
    sitDown(made.desk, deputy);
    expect(faultOf(() => at(ref)).code).toBe('restricted');
    expect(made.desk.walls.opened()).toBeNull();
    sound();
  });

  it('reach whoever gets a role that sees every restricted case, from any holder', () => {
    sitDown(made.desk, nodal);
    const refs = [fileDirection(made.desk), fileDirection(made.desk)];
    const chief = addColleague(made.desk, 'C. Chief', ['compliance-chief']);
    sitDown(made.desk, chief);
    expect(refs.map((ref) => faultOf(() => at(ref)).code)).toEqual(['restricted', 'restricted']);
    sitDown(made.desk, nodal);
    expect(listRestricted(made.desk, { closed: false, offset: 0, limit: 10 }).rows.map(({ waiting }) => waiting)).toEqual([
      [{ id: chief.id, name: 'C. Chief' }],
      [{ id: chief.id, name: 'C. Chief' }],
    ]);
    expect(made.desk.walls.giveWaiting()).toBe(2);
    expect(made.desk.walls.giveWaiting()).toBe(0);
    sitDown(made.desk, chief);
    expect(refs.map((ref) => view(ref).ref)).toEqual(refs);
    sound();
  });
});

describe('the list of restricted cases', () => {
  it('holds those that this person can open, is searched by their words, and tells others only how many there are', () => {
    const ref = fileDirection(made.desk);
    const query = { closed: false, offset: 0, limit: 10 };
    expect(listRestricted(made.desk, query)).toMatchObject({ walls: 1, mine: 0, rows: [], total: 0 });
    sitDown(made.desk, nodal);
    const { rows, mine } = listRestricted(made.desk, { ...query, text: seededWords[1] });
    expect(mine).toBe(1);
    expect(rows).toMatchObject([
      { ref, instrument: 'it-69a', holders: [{ id: nodal.id, isEntitled: true }], next: { rule: 'BLK-ACK-2H' } },
    ]);
    expect(listRestricted(made.desk, { ...query, text: 'nothing of the kind' }).rows).toEqual([]);
    nothingInClear();
  });
});

describe('a draft', () => {
  it('of an order of a confidential class, or of one without its instrument, is kept in memory alone', () => {
    const typed = (instrument: string) => ({ instrument, subject: seededWords[0], texts: {} });
    for (const instrument of ['', 'it-69a']) {
      saveDraft(made.desk, 'new-order', typed(instrument));
      expect(readDraft(made.desk, 'new-order')).toEqual({ body: typed(instrument) });
      nothingInClear();
    }
    saveDraft(made.desk, 'new-order', { ...typed('police-notice'), subject: 'Open' });
    expect(readDraft(made.desk, 'new-order')).toMatchObject({ body: { subject: 'Open' } });
    expect(made.desk.db.prepare('SELECT count(*) FROM main.draft').pluck().get()).toBe(1);
    saveDraft(made.desk, 'new-case', { kind: 'interception-direction', text: seededWords[1] });
    nothingInClear();
    saveDraft(made.desk, 'new-order', null);
    expect(readDraft(made.desk, 'new-order')).toBeNull();
  });
});

describe('a destroyed wall', () => {
  it('takes every entry and key with it once the time is over, and leaves ticket and dates', () => {
    sitDown(made.desk, nodal);
    const ref = fileDirection(made.desk);
    act(ref, 'start-review');
    act(ref, 'void', { reason: 'A drill' });
    expect(faultOf(() => purgeCase(made.desk, ref, 'The time is over.'))).toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/kept until/),
    });
    made.clock.set('2040-01-01T06:30:00.000Z');
    confirmTime(made.desk, 'A drill of later years');
    made.desk.walls.close();
    expect(purgeCase(at(ref), ref, 'The time is over.')).toMatchObject({ ref, purgedBy: nodal.id });
    expect(at(ref)).toBe(made.desk);
    expect(faultOf(() => caseView(made.desk.db, ref, nowOf(made.desk)))).toMatchObject({
      code: 'purged',
      message: expect.stringContaining('destroyed'),
    });
    const left = made.desk.db
      .prepare(
        "SELECT count(*) FROM journal JOIN journal_body USING (seq) WHERE subject LIKE 'wall:%' AND kind <> 'wall.purged' AND body IS NOT NULL",
      )
      .pluck()
      .get();
    expect(left).toBe(0);
    expect(made.desk.db.prepare('SELECT (SELECT count(*) FROM wall) + (SELECT count(*) FROM wall_key)').pluck().get()).toBe(0);
    sound();
    expect(Number(addCase(made.desk, contentCase({ lateReason: 'A drill' })).ref.split('-')[2])).toBe(Number(ref.split('-')[2]) + 1);
  });
});

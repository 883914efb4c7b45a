import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { type ImportOptions, importMail, type MailSource } from '../../src-main/intake/index.ts';
import { makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

function message({ id = 'one@mail.example', from = 'a@mail.example', reply = '' } = {}): MailSource {
  const lines = [
    'Received: from mx.example by desk.example; Sat, 21 Nov 2026 11:10:00 +0530',
    `From: "A. Example" <${from}>`,
    'To: grievance@cocial.example',
    'Subject: Please remove this',
    'Date: Sat, 21 Nov 2026 11:00:00 +0530',
    `Message-ID: <${id}>`,
    ...(reply ? [`In-Reply-To: <${reply}>`] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Synthetic message ${id}.`,
    '',
  ];
  return { source: `${id}.eml`, bytes: Buffer.from(lines.join('\r\n')) };
}

const take = (sources: MailSource[], over: Partial<ImportOptions> = {}) => importMail(made.desk, sources, { platform: 'cocial', ...over });
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));
const refOf = async (source: MailSource) => (await take([source])).refs[0] as string;

describe('a mail that two imports read at the same time', () => {
  it('makes one case', async () => {
    const answers = await Promise.all([take([message()]), take([message()])]);
    expect(answers.map(({ created, skipped }) => created + skipped)).toEqual([1, 1]);
    expect(answers.flatMap(({ refs }) => refs)).toHaveLength(1);
    expect(made.desk.db.prepare('SELECT count(*) FROM case_file').pluck().get()).toBe(1);
  });
});

describe('a reply', () => {
  const reply = (from = 'a@mail.example', id = 'two@mail.example') => message({ id, from, reply: 'one@mail.example' });

  it('of the complainant goes into the open case, whose screen is told', async () => {
    const ref = await refOf(message());
    const topics: string[] = [];
    made.desk.announce = (changed) => void topics.push(...changed);
    expect(await take([reply('A@Mail.Example')])).toMatchObject({ linked: 1, created: 0 });
    expect(topics).toEqual(['queue', `case:${ref}`]);
  });

  it('from somebody else makes a case of its own that continues the first', async () => {
    const ref = await refOf(message());
    const seq = view(ref).timeline.length;
    const answer = await take([reply('b@other.example')]);
    expect(answer).toMatchObject({ linked: 0, created: 1 });
    expect(view(answer.refs[0] as string)).toMatchObject({
      kind: 'unsorted',
      links: [{ ref, as: 'continues' }],
      complainant: { email: 'b@other.example' },
    });
    expect(view(ref).timeline).toHaveLength(seq);
  });

  it('to a closed case makes a new one, in which the next reply then finds its place', async () => {
    const ref = await refOf(message());
    actOnCase(made.desk, ref, 'void', { reason: 'Synthetic test of a closed case.' });
    const again = (await take([reply()])).refs[0] as string;
    expect(view(again)).toMatchObject({ state: 'received', kind: 'unsorted', links: [{ ref, as: 'continues' }] });
    const third = message({ id: 'three@mail.example', reply: 'two@mail.example' });
    expect(await take([third])).toMatchObject({ linked: 1, created: 0 });
    expect(view(again).timeline.at(-1)).toMatchObject({ kind: 'mail.linked' });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });
});

describe('an error that nobody foresaw', () => {
  it('fails its own message under an incident id, and the others are made', async () => {
    const { db } = made.desk;
    db.exec(`CREATE TEMP TRIGGER odd BEFORE INSERT ON main.mail_seen WHEN new.message_id = 'odd@mail.example'
      BEGIN SELECT RAISE(ABORT, 'a private word'); END`);
    const incidents: string[] = [];
    const sources = [message({ id: 'odd@mail.example' }), message()];
    const answer = await take(sources, { incident: (id) => void incidents.push(id) });
    db.exec('DROP TRIGGER odd');
    expect(answer).toMatchObject({ read: 2, created: 1 });
    expect(answer.failed).toEqual([
      { source: 'odd@mail.example.eml', reason: `The message could not be read (incident ${incidents[0]}).` },
    ]);
    expect(answer.refs.map((ref) => view(ref).subject)).toEqual(['Please remove this']);
  });

  it('ends the import when it is the desk that cannot go on', async () => {
    const { time, person } = made.desk;
    expect(time.doubt()).toBeNull();
    person.roles = ['auditor'];
    await expect(take([message(), message({ id: 'two@mail.example' })])).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

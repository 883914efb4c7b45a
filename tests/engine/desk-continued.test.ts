import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { letterPdf, previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { makeSession, passphrase, sampleWorkspace } from './support/session.ts';

const view = (desk: Desk, ref: string) => caseView(desk.db, ref, nowOf(desk));

function message(id: string, reply?: string): { source: string; bytes: Buffer } {
  const lines = [
    'Received: from mail.example by desk.example; Sat, 21 Nov 2026 11:30:00 +0530',
    'From: A. Example <a@mail.example>',
    'To: desk@desk.example',
    'Subject: About a post',
    `Message-ID: <${id}>`,
    ...(reply ? [`In-Reply-To: <${reply}>`] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    'It is still there.',
  ];
  return { source: `${id}.eml`, bytes: Buffer.from(lines.join('\r\n')) };
}

describe('a case that goes on as another after its kind changed', () => {
  let made: TestDesk;
  beforeEach(() => {
    made = makeDesk();
  });
  afterEach(() => made.remove());
  const take = (id: string, reply?: string) => importMail(made.desk, [message(id, reply)], { platform: 'cocial' });

  function reclassified(ref: string, kind: string): string {
    actOnCase(made.desk, ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
    return actOnCase(made.desk, ref, 'triage', { kind, reason: 'It is another matter.' }).linked as string;
  }

  it('keeps its assignee, and one that had none has none', () => {
    const { ref } = addCase(made.desk, contentCase());
    actOnCase(made.desk, ref, 'assign', { to: made.desk.person.id });
    expect(view(made.desk, reclassified(ref, 'account')).assignee).toBe(made.desk.person.id);
    expect(view(made.desk, reclassified(addCase(made.desk, contentCase()).ref, 'account')).assignee).toBeNull();
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('keeps its thread: the next reply goes into the new case, and the first message is shown there', async () => {
    const first = (await take('one@mail.example')).refs[0] as string;
    actOnCase(made.desk, first, 'triage', { kind: 'content' });
    const second = reclassified(first, 'account');
    const third = reclassified(second, 'content');
    const original = view(made.desk, first).attachments[0];
    expect(view(made.desk, third).attachments).toEqual([original]);
    expect(await take('two@mail.example', 'one@mail.example')).toMatchObject({ linked: 1, created: 0 });
    expect(view(made.desk, third).timeline.at(-1)).toMatchObject({ kind: 'mail.linked' });
    expect(view(made.desk, third).attachments).toHaveLength(2);
    expect(view(made.desk, first).timeline.at(-1)).toMatchObject({ kind: 'case.redirected' });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });
});

describe('a letter written after opening with the recovery code', () => {
  it('bears the name of the officer of record, and the record says who was at the desk', async () => {
    const made = makeSession();
    try {
      const recoveryCode = await made.session.create(sampleWorkspace({ designation: 'Resident Grievance Officer' }), 0);
      const { ref } = addCase(made.session.desk(), contentCase({ receivedAt: new Date().toISOString() }));
      await made.session.lock();
      await made.session.unlock({ recoveryCode });
      const desk = made.session.desk();
      const request = { ref, template: 'acknowledgement' };
      const { text } = await previewLetter(desk, request);
      expect(text).toContain('O. Sample');
      expect(text).toContain('Resident Grievance Officer');
      expect(text).not.toContain('recovery code');
      const { id, record } = await sealLetter(desk, request);
      expect(letterPdf(desk, id).ref).toBe(ref);
      const entry = desk.db.prepare('SELECT actor, body FROM journal JOIN journal_body USING (seq) WHERE seq = ?').get(record) as {
        actor: string;
        body: string;
      };
      expect(entry.actor).toBe('system');
      expect(JSON.parse(entry.body)).toMatchObject({ by: 'recovery-code', model: { signature: { name: 'O. Sample' } } });
      const kinds = view(desk, ref).timeline.map(({ kind }) => kind);
      expect(kinds).toEqual(['case.received', 'letter.prepared', 'letter.sealed']);
      expect(verifyDesk(desk, { deep: true }).problems).toEqual([]);
      await made.session.lock();
      await made.session.unlock({ passphrase });
      const own = await sealLetter(made.session.desk(), request);
      expect(JSON.parse(bodyOf(made.session.desk(), own.record))).not.toHaveProperty('by');
    } finally {
      await made.remove();
    }
  });
});

function bodyOf(desk: Desk, seq: number): string {
  return desk.db.prepare('SELECT body FROM journal_body WHERE seq = ?').pluck().get(seq) as string;
}

import type { Db } from '../../../db/open.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import { isDecisionLetter } from '../contract.ts';
import { furthest } from '../rules.ts';
import { type AttachmentFact, insertAttachment, insertLetter, sealLetterRow, sendLetterRow } from '../store.ts';
import { change, refOf } from './case.ts';
import { withToldCorrections } from './decision.ts';
import { keepMail, type MailBody } from './mail.ts';
import { resumeTarget } from './target.ts';

interface PreparedBody {
  template: string;
  language: string;
}

function prepared(db: Db, entry: EntryHead, raw: unknown): void {
  const { template, language } = raw as PreparedBody;
  insertLetter(db, { id: `letter:${entry.seq}`, ref: refOf(entry), template, language, seq: entry.seq, at: entry.at });
}

interface SealedBody {
  letter: string;
  template: string;
  record: number;
  sha256: string;
  pages: number;
  attachment: AttachmentFact;
}

function sealed(db: Db, entry: EntryHead, raw: unknown): void {
  const body = raw as SealedBody;
  insertAttachment(db, refOf(entry), body.attachment, entry);
  sealLetterRow(db, {
    id: body.letter,
    ref: refOf(entry),
    template: body.template,
    record: body.record,
    sha256: body.sha256,
    pages: body.pages,
    attachment: body.attachment.id,
    at: entry.at,
  });
}

interface DispatchedBody {
  template: string;
  letter: string | null;
  sentAt: string;
  mode: string;
  proof: string | null;
}

const refusals: (string | null)[] = ['refused', 'not-held', 'redirected', 'vexatious'];

/** The first acknowledgement or decision letter sent stops the clocks that wait for it (design: stops). */
function dispatched(db: Db, entry: EntryHead, raw: unknown): void {
  const { template, letter, sentAt, mode, proof } = raw as DispatchedBody;
  if (letter) sendLetterRow(db, { id: letter, sentAt, mode, proof });
  change(db, entry, (file) => {
    if (template === 'acknowledgement') {
      return {
        ...file,
        state: furthest(file.state, 'acknowledged'),
        moments: { ...file.moments, acknowledgementSent: file.moments.acknowledgementSent ?? sentAt },
      };
    }
    if (template === 'identity-request') return { ...file, moments: { ...file.moments, identityAsked: sentAt } };
    if (template === 'corrigendum') return { ...file, decision: withToldCorrections(file, letter, sentAt) };
    if (!isDecisionLetter(template)) return file;
    const refusal = refusals.includes(file.outcome) ? { refusalSent: sentAt } : {};
    const decision = file.decision ? { ...file.decision, sentAt } : null;
    // The disposal was the first decision sent; the appeal counts from the last.
    return {
      ...file,
      decision,
      moments: { ...file.moments, decisionSent: file.moments.decisionSent ?? sentAt, complainantTold: sentAt, ...refusal },
    };
  });
}

export const letterFolds: FoldMap = {
  'letter.prepared': prepared,
  'letter.sealed': sealed,
  'letter.dispatched': dispatched,
  'mail.linked': (db, entry, body) => {
    keepMail(db, refOf(entry), entry, body as MailBody);
    resumeTarget(db, entry, 'mail');
  },
  'attachment.exported': () => {},
  'letter.exported': () => {},
  signed: () => {},
};

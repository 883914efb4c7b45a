import { Fault } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { CaseItem, UploaderDuty } from '../contract/views.ts';
import type { CaseFile } from './file.ts';
import { type LinkedReceipt, neutralSubject } from './review.ts';

/** Kinds in which something of a user's may be removed who is not the one who asks. */
const concerned: string[] = [
  'content',
  'account',
  'private-legal-notice',
  'voluntary-removal',
  'removal-order',
  'child-account',
  'appellate-order',
];

/** Whether there is a user to be told: something of hers was taken down. */
export function concernsUploader({ kind, moments }: Pick<CaseFile, 'kind' | 'moments'>): boolean {
  return concerned.includes(kind) && (moments.lastRemoval !== undefined || kind === 'voluntary-removal');
}

interface Known {
  choice: ActInput<'uploader-notice'>['choice'];
  ground: string;
  notice: string | null;
  at: string;
  by: string;
  /** When the letter of the notice was sent. */
  sentAt: string | null;
}

/** How the duty stands. Rule 4(8) asks a significant platform for it where it removes of its own accord. */
export function uploaderDuty(file: CaseFile, known: Known | null, isSignificant: boolean): UploaderDuty | null {
  if (!concernsUploader(file) && known === null) return null;
  const isLaw = isSignificant && file.kind === 'voluntary-removal';
  if (known === null) return { status: 'open', ground: null, notice: null, at: null, by: null, sentAt: null, isLaw };
  const { choice, ground, notice, at, by, sentAt } = known;
  const status = choice === 'send' ? (sentAt === null ? 'preparing' : 'sent') : choice;
  return { status, ground, notice, at, by, sentAt, isLaw };
}

interface NoticeStanding {
  file: CaseFile;
  items: readonly CaseItem[];
  now: string;
  uploader?: UploaderDuty | null | undefined;
}

/** The case of a notice to the user, where one is sent; null where a ground is all. Faults: refused. */
export function planNotice({ file, items, now, uploader }: NoticeStanding, input: ActInput<'uploader-notice'>): LinkedReceipt | null {
  if (!uploader) throw new Fault('refused', 'Nothing of a user was removed in this case, so that nobody has to be told.');
  if (uploader.notice !== null) throw new Fault('refused', `The notice to the user is prepared in ${uploader.notice}.`);
  if (input.choice !== 'send') return null;
  const removed = items.filter(({ action }) => action === 'removed' || action === 'disabled');
  return {
    input: {
      platform: file.platform,
      kind: 'user-notice',
      // The duty began when the first of it went.
      receivedAt: file.moments.firstRemoval ?? now,
      channel: 'in-app',
      complainant: input.person,
      subject: neutralSubject(file, removed),
      text: input.ground,
      items: (removed.length > 0 ? removed : items).map(({ type, value }) => ({ type: type as 'url', value })),
    },
    link: { ref: file.ref, as: 'notice-of', own: true },
    back: 'has-notice',
    isSamePerson: false,
  };
}

/** The entry of what is done about the notice; `notice` is the ticket of its case, or null where none is sent. */
export function noticeEvent({ choice, ground }: ActInput<'uploader-notice'>, notice: string | null) {
  return { kind: 'case.uploader-notice', body: { choice, ground, notice } };
}

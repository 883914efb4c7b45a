import { looseLinks } from '../../src-main/cases/contract/words.ts';
import type { ActName, CaseView, LinkedCase } from '../../src-main/cases/contract.ts';
import type { Doing } from '../queue/queue-search.ts';

export interface DoingEntry {
  doing: Exclude<Doing, 'dispatch'>;
  /** The single key, where there is one; nothing that cannot be taken back has one. */
  key?: string;
}

const order: DoingEntry[] = [
  { doing: 'acknowledge', key: 'A' },
  { doing: 'triage', key: 'T' },
  { doing: 'start-review', key: 'R' },
  { doing: 'decide', key: 'D' },
  { doing: 'record-order' },
  { doing: 'check-authority' },
  { doing: 'verify-identity', key: 'V' },
  { doing: 'record-authority' },
  { doing: 'end-authority' },
  { doing: 'search-system' },
  { doing: 'mark-category' },
  { doing: 'redaction' },
  { doing: 'confirm-system' },
  { doing: 'tell-recipient' },
  { doing: 'letter', key: 'L' },
  { doing: 'step-order' },
  { doing: 'acknowledge-breadth' },
  { doing: 'record-material' },
  { doing: 'hand-over-material' },
  { doing: 'preserve' },
  { doing: 'confirm-preservation' },
  { doing: 'renew-preservation' },
  { doing: 'release-preservation' },
  { doing: 'record-production' },
  { doing: 'record-certificate' },
  { doing: 'disclose' },
  { doing: 'counsel-decision' },
  { doing: 'approve-disclosure' },
  { doing: 'tell-user' },
  { doing: 'add-items' },
  { doing: 'act-on-items' },
  { doing: 'capture-item' },
  { doing: 'take-sheet' },
  { doing: 'correct-decision' },
  { doing: 'request-review' },
  { doing: 'uploader-notice' },
  { doing: 'record-appeal' },
  { doing: 'record-appeal-order' },
  { doing: 'record-compliance' },
  { doing: 'publish-compliance' },
  { doing: 'close' },
  { doing: 'note', key: 'M' },
  { doing: 'translate' },
  { doing: 'record-oral' },
  { doing: 'amend' },
  { doing: 'verdict' },
  { doing: 'report' },
  { doing: 'set-target' },
  { doing: 'pause-target' },
  { doing: 'resume-target' },
  { doing: 'extend-target' },
  { doing: 'remove-target' },
  { doing: 'explain-delay' },
  { doing: 'hold' },
  { doing: 'release-hold' },
  { doing: 'ask-consent' },
  { doing: 'record-consent' },
  { doing: 'assign' },
  { doing: 'link' },
  { doing: 'unlink' },
  { doing: 'withdraw' },
  { doing: 'reopen' },
  { doing: 'void' },
];

/** What can be done to a case that allows these acts, in the order of the menu. A letter can be written while one can be sent. */
export function doings(allowed: ActName[]): DoingEntry[] {
  return order.filter(({ doing }) => (doing === 'letter' ? allowed.includes('dispatch') : allowed.includes(doing)));
}

/** Work that only some kinds of request ask for. */
const workDoings: Doing[] = ['search-system', 'mark-category', 'redaction', 'confirm-system', 'tell-recipient'];

/** What the menu, the palette and the keys of a case offer: all that it allows, without work that its kind does not ask for. */
export function doingsOf({ allowed, work }: Pick<CaseView, 'allowed' | 'work'>): DoingEntry[] {
  return doings(allowed).filter(({ doing }) => !workDoings.includes(doing) || work.steps.some(({ act }) => act === doing));
}

/** Acts that need no form: they are done at once, and undone from the toast. */
export function isImmediate(doing: Doing): doing is 'start-review' | 'close' {
  return doing === 'start-review' || doing === 'close';
}

/** Linked cases that are open and hang on this one, or it on them: closing it says so first. */
export function openLinks({ links }: Pick<CaseView, 'links'>): LinkedCase[] {
  return links.filter(({ isOpen, as }) => isOpen && !(looseLinks as readonly string[]).includes(as));
}

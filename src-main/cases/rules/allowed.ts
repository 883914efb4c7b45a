import { isAboutMaterial } from '../../government/rules.ts';
import type { ActName } from '../contract.ts';
import { closingObstacle, isPreserved, type Standing } from './acts.ts';
import { allowedAppealActs } from './appeal.ts';
import { allowedWhenClosed } from './closed.ts';
import { isCorrectable, untoldCorrections } from './correct.ts';
import { lateClocks } from './delay.ts';
import { type CaseFile, isGovernment, isOpen } from './file.ts';
import { isUncovered } from './identity.ts';
import { isReviewable } from './review.ts';
import { allowedTargetActs } from './target.ts';

const governmentActs: ActName[] = ['record-order', 'check-authority', 'step-order', 'acknowledge-breadth'];
const disclosureActs: ActName[] = ['record-production', 'record-certificate', 'disclose', 'counsel-decision'];
/** What belongs to something that has happened may be added once the case is closed. */
const afterDisclosure: ActName[] = ['approve-disclosure', 'tell-user'];
const preservationActs: ActName[] = ['confirm-preservation', 'renew-preservation', 'release-preservation'];
const itemActs: ActName[] = ['add-items', 'capture-item', 'take-sheet'];
const workActs: ActName[] = ['search-system', 'mark-category', 'tell-recipient', 'redaction', 'confirm-system'];

interface ClosedKnown {
  isLate: boolean;
  isHeldHere: boolean;
  /** Whether a letter is still to be sent. */
  isWanted: boolean;
  allowedAfter: [ActName, boolean][];
}

/** Asking for consent to keep longer, where the policy promises to ask. */
function consentActs({ consent = null }: Standing): [ActName, boolean][] {
  const isOpen = consent === 'asked' || consent === 'waits';
  return [
    ['ask-consent', consent !== null && !isOpen],
    ['record-consent', isOpen || consent === 'given'],
  ];
}

/** Acts on what came after the decision: appeals, and the notice to the affected user. */
function afterActs(standing: Standing): [ActName, boolean][] {
  const { uploader } = standing;
  const appeals = Object.entries(allowedAppealActs(standing)) as [ActName, boolean][];
  return [
    ...appeals,
    ...consentActs(standing),
    ['uploader-notice', uploader !== undefined && uploader !== null && uploader.notice === null],
  ];
}

function allowedOnClosed({ decision, kind, links }: CaseFile, { isLate, isHeldHere, isWanted, allowedAfter }: ClosedKnown): ActName[] {
  const not: ActName[] = [
    ...allowedAfter.filter(([, can]) => !can).map(([name]) => name),
    ...(isGovernment(kind) ? [] : afterDisclosure),
    ...(isLate ? [] : ['explain-delay' as const]),
    ...(isHeldHere ? [] : ['release-hold' as const]),
    ...(isCorrectable({ decision }) ? [] : ['correct-decision' as const, 'request-review' as const]),
    ...(links.length > 0 ? [] : ['unlink' as const]),
    ...(isWanted || untoldCorrections(decision).length > 0 ? [] : ['dispatch' as const]),
  ];
  return allowedWhenClosed.filter((name) => !not.includes(name));
}

/** Every act the case would take now; the window offers no other. */
export function allowedActs(standing: Standing): ActName[] {
  const { file, items, letters, now, authorities = [], holds = [], wanted = [] } = standing;
  const isLate = lateClocks(file, now).length > 0;
  const isHeldHere = holds.some(({ ref }) => ref === file.ref);
  if (!isOpen(file)) return allowedOnClosed(file, { isLate, isHeldHere, isWanted: wanted.length > 0, allowedAfter: afterActs(standing) });
  const can: [ActName, boolean][] = [
    ['triage', file.state !== 'decided'],
    ['acknowledge', file.moments.acknowledgementSent === undefined],
    ['start-review', ['received', 'acknowledged', 'reopened'].includes(file.state)],
    ['decide', file.state !== 'decided' && file.kind !== 'unsorted'],
    ['act-on-items', true],
    ['dispatch', true],
    ['close', closingObstacle(file, letters) === null],
    ['reopen', file.state === 'decided'],
    ['correct-decision', isCorrectable(file)],
    ['request-review', isReviewable(file)],
    ['unlink', file.links.length > 0],
    ...afterActs(standing),
    ['amend', true],
    ['withdraw', !isGovernment(file.kind) && file.moments.withdrawn === undefined && !isUncovered(authorities, file.kind, now)],
    ['report', true],
    ['verdict', isGovernment(file.kind)],
    ['link', true],
    ['assign', true],
    ['note', true],
    ['translate', true],
    ['record-oral', true],
    ['verify-identity', true],
    ['record-authority', true],
    ['end-authority', authorities.some(({ endedOn }) => endedOn === null)],
    ['void', true],
    ['explain-delay', isLate],
    ...workActs.map((name): [ActName, boolean] => [name, file.kind !== 'unsorted']),
    ...governmentActs.map((name): [ActName, boolean] => [name, isGovernment(file.kind)]),
    ...[...disclosureActs, ...afterDisclosure].map((name): [ActName, boolean] => [name, isGovernment(file.kind)]),
    ...itemActs.map((name): [ActName, boolean] => [name, name === 'add-items' || items.length > 0]),
    ['preserve', isGovernment(file.kind)],
    ['record-material', isAboutMaterial(file)],
    ['hand-over-material', isAboutMaterial(file)],
    ...preservationActs.map((name): [ActName, boolean] => [name, isPreserved(file)]),
    ['hold', true],
    ['release-hold', isHeldHere],
    ...allowedTargetActs(file),
  ];
  return can.filter(([, allowed]) => allowed).map(([name]) => name);
}

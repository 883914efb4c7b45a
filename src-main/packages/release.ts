import { needSecond, type Second, spend } from '../approvals/index.ts';
import { loadAttachment } from '../desk/attachments.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import type { AnswerPackage, ReleaseObstacle, ReleasePackage } from './contract.ts';
import { packageView } from './service.ts';

const say: Record<ReleaseObstacle, string> = {
  stale: 'Something it is made of has changed since it was built: another file, another decision, another search. Build it again.',
  'not-decided': 'Decide the request first: data leaves only by a decision that grants it.',
  'not-granted': 'The decision does not grant the request, so no data leaves.',
  identity: 'Whoever asks has not been verified, so no data leaves.',
  closed: 'The case is closed. Reopen it first.',
};

/** A package that may be handed out, with its bytes and who agreed. */
export interface ReadyPackage {
  ref: string;
  one: AnswerPackage;
  bytes: Buffer;
  second: Second;
}

function mustFind(desk: Desk, { ref, package: id }: ReleasePackage): AnswerPackage {
  const { packages, releaseObstacles } = packageView(desk, ref);
  const one = packages.find((kept) => kept.id === id);
  if (!one) throw new Fault('not-found', `${ref} has no package ${id}.`);
  const obstacles = one.isStale ? (['stale'] as const) : releaseObstacles;
  const [first] = obstacles;
  if (first) throw new Fault('refused', say[first], { issues: obstacles.map((what) => ({ field: 'package', message: say[what] })) });
  return one;
}

/**
 * Looks whether a package may be handed out, and reads it: it is the newest, made of what the case holds today, granted to
 * somebody verified, unchanged since it was hashed, and another person agreed. Faults: bad-input where the password goes the same
 * way as the file; refused with what stands in the way, or while it waits for a second person; corrupt; not-found.
 */
export function readyToRelease(desk: Desk, order: ReleasePackage): ReadyPackage {
  if (order.sentBy === order.passwordBy) throw badInput('passwordBy', 'is the way of the file itself: tell the password by another one');
  const one = mustFind(desk, order);
  const { bytes, ref } = loadAttachment(desk, one.attachment);
  const second = needSecond(desk, { act: 'package-release', subject: `case:${ref}`, object: one.sha256 }, order.reason);
  return { ref, one, bytes, second };
}

/** Records that a package left: which, how, how its password goes, and who agreed. */
export function recordRelease(desk: Desk, { ref, one, second }: ReadyPackage, order: ReleasePackage): void {
  const { sentBy, passwordBy, proof, reason } = order;
  const { id, sha256, sizeBytes } = one;
  const body = { package: id, sha256, sizeBytes, sentBy, passwordBy, proof: proof ?? null, reason, ...second };
  write(desk, [`case:${ref}`, 'approvals'], () => {
    spend(desk, second, `case:${ref}`);
    post(desk, { kind: 'package.released', subject: `case:${ref}`, body });
  });
}

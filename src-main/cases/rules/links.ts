import { badInput, Fault } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { LinkedCase } from '../contract/views.ts';
import { type LinkSort, looseLinks } from '../contract/words.ts';
import type { CaseFile } from './file.ts';

const inverses: Record<LinkSort, string> = {
  'duplicate-of': 'duplicate',
  'appeal-of': 'appeal',
  'review-of': 'reviewed-by',
  related: 'related',
  'same-accused': 'same-accused',
};

/** Ties that a person may take apart again: those a person made. */
const byHand: string[] = [...Object.keys(inverses), ...Object.values(inverses)];

const loose: readonly string[] = looseLinks;

interface LinkStanding {
  file: CaseFile;
  /** The case that is named, where an act names one. */
  other?: CaseFile | undefined;
  /** The cases linked to this one. */
  linked?: readonly LinkedCase[] | undefined;
}

function mustHave({ other }: LinkStanding): CaseFile {
  if (!other) throw new Error('A link is planned on both cases.');
  return other;
}

/** Ties two cases to each other, on both sides. Faults: bad-input (itself), refused (tied already, or nothing there to review). */
export function planLink(standing: LinkStanding, { to, as }: ActInput<'link'>) {
  const { file } = standing;
  if (to === file.ref) throw badInput('to', 'a case cannot be linked to itself');
  const other = mustHave(standing);
  if (file.links.some((link) => link.ref === to && link.as === as))
    throw new Fault('refused', `It is linked to ${to} in this way already.`);
  if (as === 'review-of' && other.decision === null) throw badInput('to', 'has no decision that could be reviewed');
  const decision = as === 'review-of' && other.decision ? { decision: other.decision.seq } : {};
  return [
    { kind: 'case.linked', body: { to, as, ...decision } },
    { kind: 'case.linked', of: to, body: { to: file.ref, as: inverses[as] } },
  ];
}

/** Takes a tie between two cases apart, on both sides. Fault: refused (there is none, or the desk itself made it). */
export function planUnlink({ file }: LinkStanding, { to, reason }: ActInput<'unlink'>) {
  const between = file.links.filter(({ ref }) => ref === to);
  if (between.length === 0) throw new Fault('refused', `It is not linked to ${to}.`);
  if (between.some(({ as, own }) => own || !byHand.includes(as)))
    throw new Fault('refused', 'This tie belongs to what the desk did with the case and stays.');
  if (file.decision !== null && between.some(({ as }) => as === 'review-of'))
    throw new Fault('refused', 'A review that has been decided stays tied to what it reviewed.');
  return [
    { kind: 'case.unlinked', body: { to, reason } },
    { kind: 'case.unlinked', of: to, body: { to: file.ref, reason } },
  ];
}

/** Linked cases that are open and wait for this one, or it for them. */
export function openPartners(linked: readonly LinkedCase[]): LinkedCase[] {
  return linked.filter(({ isOpen, as }) => isOpen && !loose.includes(as));
}

/** Warns before one side of a tie is closed: it says so and why, or it is refused. Fault: refused. */
export function checkPartners({ linked = [] }: LinkStanding, despite: string | undefined): void {
  const open = openPartners(linked);
  if (open.length === 0 || despite !== undefined) return;
  const names = open.map(({ ref }) => ref).join(', ');
  throw new Fault(
    'refused',
    `${names} ${open.length === 1 ? 'is' : 'are'} linked to this case and still open. Say why it is closed all the same.`,
    {
      linked: open.map(({ ref }) => ref),
    },
  );
}

import { dayInIndia } from '../../cases/rules.ts';
import { adoptedRulebook, adoptedText, adoptionsOf, currentRulebook } from '../../desk/adopted.ts';
import { type Desk, nowOf, post, signEntry, write } from '../../desk/desk.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { sha256Hex } from '../../journal/index.ts';
import type { AdoptionAnswer, AdoptionView, Offer, OfferPreview, ProposalView, Rulebook, RulebookView, SignedBy } from '../contract.ts';
import { diffRulebooks, editRulebook, problemsOf, readRulebook } from '../rules.ts';
import { entryOf, nameOf, type Proposal, peopleWhoAct, readProposal, readProposals } from '../store.ts';
import { needSigningKey, openOffered } from './signed-file.ts';

/** A rulebook that was offered, as text and read. */
export interface Offered {
  content: string;
  hash: string;
  rulebook: Rulebook;
  signedBy: SignedBy | null;
}

function textOf(desk: Desk, offer: Offer): { content: string; signedBy: SignedBy | null } {
  if ('content' in offer) return openOffered(desk.db, offer.content);
  if ('hash' in offer) return { content: rulebookText(desk, offer.hash).content, signedBy: null };
  const { rulebook } = currentRulebook(desk.db);
  return { content: editRulebook(rulebook, offer.edit, offer.version ?? freeVersion(desk, rulebook.version)), signedBy: null };
}

/** The next version that no adopted rulebook has: two people may have offered changes of the same one. */
function freeVersion(desk: Desk, version: string): string {
  const base = /^(.*)-\d{1,6}$/.exec(version)?.[1] ?? version;
  const used = new Set([...adoptionsOf(desk.db, 'rulebook'), ...readProposals(desk.db)].map((one) => one.version));
  let n = 2;
  while (used.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}

/**
 * Reads what was offered: the text of a rulebook, of a signed file, one the desk went by before, or a change of one rule in force.
 * Faults: bad-input with `problems` (line and field); not-found for a change of a rule, or a rulebook, that is not there.
 */
export function readOffer(desk: Desk, offer: Offer): Offered {
  const { content, signedBy } = textOf(desk, offer);
  return { content, signedBy, hash: sha256Hex(content), rulebook: readRulebook(content) };
}

const nothing = { content: null, hash: null, name: null, version: null, asOf: null, isCurrent: false, signedBy: null, diff: null };

/** Checks an offer and compares it with the rulebook in force. Problems are told with line and field; nothing is written. */
export function previewOffer(desk: Desk, offer: Offer): OfferPreview {
  let offered: Offered | null = null;
  const problems = problemsOf(() => {
    offered = readOffer(desk, offer);
    checkVersion(desk, offered);
  });
  if (problems.length > 0 || offered === null) return { ...nothing, problems };
  const { content, hash, rulebook, signedBy } = offered as Offered;
  const current = currentRulebook(desk.db);
  const { name, version, asOf } = rulebook;
  const diff = diffRulebooks(current.rulebook, rulebook);
  return { problems, content, hash, name, version, asOf, isCurrent: hash === current.hash, signedBy, diff };
}

/** One version names one text: which one was meant would otherwise hang on the day it was read. */
function checkVersion(desk: Desk, { hash, rulebook }: Offered): void {
  const other = adoptionsOf(desk.db, 'rulebook').find((one) => one.version === rulebook.version && one.hash !== hash);
  if (!other) return;
  const message = `the version ${rulebook.version} was adopted before with other content; give this one a version of its own`;
  const problem = { field: 'version', message };
  throw new Fault('bad-input', `version: ${message}`, { issues: [problem], problems: [{ line: null, ...problem }] });
}

/**
 * Puts a rulebook in force, with the officer's signature. Where two people can act at this desk it is proposed instead, and
 * counts once another person approves. Afterwards the open cases are to be looked at (`reevaluate`).
 * Faults: bad-input (with problems, or no reason), refused (in force already, no signing key), clock-moved, not-allowed.
 */
export function adoptRulebook(desk: Desk, offer: Offer, reason: string): AdoptionAnswer {
  needSigningKey(desk);
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  const offered = readOffer(desk, offer);
  checkVersion(desk, offered);
  const previous = currentRulebook(desk.db).hash;
  if (offered.hash === previous) throw new Fault('refused', 'This rulebook is in force already.');
  const isSole = peopleWhoAct(desk.db, dayInIndia(nowOf(desk))).length < 2;
  const { content, hash, signedBy, rulebook } = offered;
  const body = { name: rulebook.name, version: rulebook.version, hash, content, reason, previous, signedBy };
  const kind = isSole ? 'rulebook.adopted' : 'rulebook.proposed';
  const seq = write(desk, ['law', 'status'], () => postSigned(desk, kind, isSole ? { ...body, sole: true } : body));
  return { state: isSole ? 'adopted' : 'proposed', hash, version: rulebook.version, seq };
}

function postSigned(desk: Desk, kind: string, body: Record<string, unknown>): number {
  const entry = post(desk, { kind, subject: `workspace:${desk.workspace}`, body });
  signEntry(desk, entry);
  return entry.seq;
}

function openProposal(desk: Desk, seq: number): Proposal {
  const proposal = readProposal(desk.db, seq);
  if (!proposal) throw new Fault('not-found', 'There is no such proposal.');
  if (proposal.outcome !== null) throw new Fault('refused', `This proposal has been ${proposal.outcome} already.`);
  return proposal;
}

/**
 * A second person puts a proposed rulebook in force. Faults: not-found, refused (answered already, one's own proposal while
 * another person could approve, the rulebook in force is another one now, no signing key), clock-moved, not-allowed.
 */
export function approveRulebook(desk: Desk, proposalSeq: number, reason: string | null): AdoptionAnswer {
  needSigningKey(desk);
  const proposal = openProposal(desk, proposalSeq);
  const isOwn = proposal.proposedBy === desk.person.id;
  const isSole = isOwn && peopleWhoAct(desk.db, dayInIndia(nowOf(desk))).length < 2;
  if (isOwn && !isSole) throw new Fault('refused', 'You proposed this rulebook yourself: another person has to approve it.');
  if (isSole && !reason?.trim()) throw badInput('reason', 'is empty: you act alone, so say why');
  if (currentRulebook(desk.db).hash !== proposal.previous)
    throw new Fault('refused', 'Another rulebook came into force since this one was proposed. Compare them and propose it again.');
  const { name, version, hash, content, previous, signedBy } = proposal;
  const seq = write(desk, ['law', 'status'], () => {
    postSigned(desk, 'rulebook.approved', { proposal: proposalSeq, hash, reason, ...(isSole ? { sole: true } : {}) });
    const why = { reason: proposal.reason, proposal: proposalSeq, proposedBy: proposal.proposedBy };
    return postSigned(desk, 'rulebook.adopted', {
      name,
      version,
      hash,
      content,
      previous,
      signedBy,
      ...why,
      ...(isSole ? { sole: true } : {}),
    });
  });
  return { state: 'adopted', hash, version, seq };
}

/** Takes a proposal off the table: by another person, or by the one who made it. Faults: not-found, refused, bad-input. */
export function declineRulebook(desk: Desk, proposalSeq: number, reason: string): void {
  openProposal(desk, proposalSeq);
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  write(desk, ['law'], () =>
    post(desk, { kind: 'rulebook.declined', subject: `workspace:${desk.workspace}`, body: { proposal: proposalSeq, reason } }),
  );
}

/** Proposals, newest first. */
export function listProposals(desk: Desk): ProposalView[] {
  return readProposals(desk.db).map(({ content: _content, ...one }) => ({
    ...one,
    proposedByName: nameOf(desk.db, one.proposedBy),
    decidedByName: one.decidedBy === null ? null : nameOf(desk.db, one.decidedBy),
    isMine: one.proposedBy === desk.person.id,
  }));
}

/** The text of a proposal, for its preview. Fault: not-found. */
export function proposalText(desk: Desk, seq: number): string {
  const proposal = readProposal(desk.db, seq);
  if (!proposal) throw new Fault('not-found', 'There is no such proposal.');
  return proposal.content;
}

/** Every version the desk went by, newest first; of one platform where `name` says which. */
export function adoptionHistory(desk: Desk, kind: 'rulebook' | 'profile' | 'calendar', name: string | null = null): AdoptionView[] {
  const seen = new Set<string>();
  return adoptionsOf(desk.db, kind, name).map((one) => {
    const entry = entryOf(desk.db, one.seq);
    const key = kind === 'rulebook' ? '' : one.name;
    const isCurrent = !seen.has(key);
    seen.add(key);
    const { reason, sole, signedBy } = (entry?.body ?? {}) as { reason?: string | null; sole?: boolean; signedBy?: SignedBy | null };
    return {
      ...one,
      by: entry?.actor ?? '',
      byName: entry ? nameOf(desk.db, entry.actor) : '',
      reason: reason ?? null,
      isSole: sole === true,
      isCurrent,
      signedBy: signedBy ?? null,
    };
  });
}

/** An adopted rulebook by its hash; the one in force when left out. Fault: not-found. */
export function showRulebook(desk: Desk, hash?: string): RulebookView {
  const current = currentRulebook(desk.db).hash;
  const wanted = hash ?? current;
  return { hash: wanted, isCurrent: wanted === current, rulebook: adoptedRulebook(desk.db, wanted) };
}

/** Records that a rulebook left the desk as a signed file; `sha256` is that of the file. */
export function recordRulebookExport(desk: Desk, { hash, sha256 }: { hash: string; sha256: string }): void {
  write(desk, ['law'], () => post(desk, { kind: 'rulebook.exported', subject: `workspace:${desk.workspace}`, body: { hash, sha256 } }));
}

/** The text of an adopted rulebook by its hash; of the one in force when left out. Fault: not-found. */
export function rulebookText(desk: Desk, hash?: string): { hash: string; content: string } {
  const wanted = hash ?? currentRulebook(desk.db).hash;
  const content = adoptedText(desk.db, 'rulebook', wanted);
  if (content === null) throw new Fault('not-found', 'This desk never adopted such a rulebook.');
  return { hash: wanted, content };
}

import type { CaseKind, Outcome } from '../cases/contract.ts';
import { missingCase, readCaseFile, readItems, readWork } from '../cases/index.ts';
import { currentProfile, currentRulebook } from '../desk/adopted.ts';
import { type Desk, isNobody, nowOf } from '../desk/desk.ts';
import { resourcePath } from '../desk/resources.ts';
import { workflowBook } from '../desk/workflows.ts';
import { currentPackage } from '../packages/index.ts';
import type { Profile } from '../platforms/index.ts';
import { viewWork } from '../rights/rules.ts';
import { officerOfRecord, readOrganisation } from '../workspace/index.ts';
import type { LetterFields, LetterLabels, LetterLanguage, WorkField } from './contract.ts';
import { readLabels, readRemedies } from './resources.ts';
import { formatDateIst, formatInstantIst } from './rules/format.ts';
import { remedyFor } from './rules/remedy.ts';
import { categoryLines, identityLines, packageLines, recipientLines, searchLines, systemLines, toldLines } from './rules/work.ts';

type CaseFile = NonNullable<ReturnType<typeof readCaseFile>>;

/** The clock that the decision stops: its date is what an acknowledgement promises, its rule what a decision cites. */
function disposal(desk: Desk, file: CaseFile): { due: string | null; cite: string } | null {
  const { rulebook } = currentRulebook(desk.db);
  const found = file.clocks.now
    .filter((clock) => !clock.internal && clock.sense === 'max' && clock.due !== null && clock.state !== 'withdrawn')
    .map((clock) => ({ clock, rule: rulebook.rules.find((rule) => rule.id === clock.rule) }))
    .filter(({ rule }) => rule?.stops.includes('decisionSent') && !rule.stops.includes('acknowledgementSent'))
    .sort((a, b) => ((a.clock.due ?? '') < (b.clock.due ?? '') ? -1 : 1))[0];
  if (!found?.rule) return null;
  return { due: found.clock.due, cite: `${found.rule.instrument}, ${found.rule.cite}` };
}

/** Details that the platform's own policy asks for and the complaint does not give (features A8). */
function missingDetails(profile: Profile, file: CaseFile): string[] {
  const has: Record<string, boolean> = {
    name: !!file.complainant.name,
    address: !!file.complainant.address,
    phone: !!file.complainant.phone,
    email: !!file.complainant.email,
    nature: true,
  };
  return profile.requiredDetails.flatMap((detail) => (has[detail.id] === false ? [detail.label] : []));
}

function itemRows(desk: Desk, ref: string, labels: LetterLabels, language: LetterLanguage): LetterFields['items'] {
  const acted = readItems(desk.db, ref).filter((item) => item.action !== null);
  if (acted.length === 0) return undefined;
  return acted.map((item) => ({
    type: labels[language].itemTypes[item.type as 'url'],
    value: item.value,
    action: labels[language].actions[item.action ?? ''] ?? item.action ?? '',
    at: item.actedAt ? formatInstantIst(item.actedAt) : undefined,
  }));
}

/** The letters' fonts hold no pictographs; a complaint's own subject is quoted without them. */
function printable(text: string): string {
  return text
    .replace(/\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f\u20e3\u25cc]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** A policy that prints no address leaves the organisation's own name to stand on the letterhead. */
function letterheadLines(desk: Desk, profile: Profile): string[] {
  return profile.letterhead.length > 0 ? profile.letterhead : [readOrganisation(desk.db).name];
}

/** Who writes to the complainant: the person at the desk, or the officer of record where a recovery code opened it. */
function officerFor({ db, person }: Desk): { name: string; designation: string | null } {
  return isNobody(person) ? officerOfRecord(db) : person;
}

/** The ground as the decision has it; a coded one in the language of the letter. */
function groundOf({ decision }: CaseFile, language: LetterLanguage): string | undefined {
  const code = decision?.groundCode;
  const known = code && workflowBook().grounds.find(({ id, text }) => code.startsWith(id) && text.en === decision?.ground);
  return known ? known.text[language] : decision?.ground;
}

/** What the workflow of the case has come to, as lists; a letter prints those it has a place for. */
function workLists(desk: Desk, file: CaseFile, language: LetterLanguage): Pick<LetterFields, WorkField> {
  const standing = { file, items: readItems(desk.db, file.ref), letters: [], now: nowOf(desk) };
  const { platform, standing: known } = readWork(desk.db, standing);
  const work = viewWork(platform, known);
  return {
    identityChecks: identityLines(known.checklist, language),
    categories: categoryLines(work, language),
    recipients: recipientLines(work),
    searches: searchLines(work, language),
    systems: systemLines(work, language),
    told: toldLines(work, language),
    package: packageLines(currentPackage(desk, file.ref), language),
  };
}

/** All that a letter about this case can say, in `language`, written at `createdAt` (UTC). Fault: not-found. */
export async function letterFieldsOf(desk: Desk, ref: string, language: LetterLanguage, createdAt: string): Promise<LetterFields> {
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  const profile = currentProfile(desk.db, file.platform);
  const [labels, remedies] = await Promise.all([readLabels(resourcePath('letters')), readRemedies(resourcePath('letters'))]);
  const words = labels[language];
  const officer = officerFor(desk);
  const clock = disposal(desk, file);
  return {
    createdAt,
    date: formatDateIst(createdAt),
    ticket: ref,
    letterhead: { name: profile.operator, lines: letterheadLines(desk, profile) },
    platformName: profile.name,
    officer: {
      name: profile.officer.name ?? officer.name,
      designation: officer.designation ?? undefined,
      email: profile.officer.email ?? profile.contact.email ?? undefined,
      phone: profile.officer.phone ?? undefined,
    },
    complainant: {
      name: file.complainant.name && printable(file.complainant.name),
      address: file.complainant.address ?? file.complainant.email,
    },
    subject: printable(file.subject) || file.ref,
    kindLabel: words.kinds[file.kind as CaseKind],
    channelLabel: words.channels[file.channel],
    receivedAt: formatInstantIst(file.receivedAt),
    nextDue: clock?.due ? formatInstantIst(clock.due) : undefined,
    outcomeLabel: file.decision ? words.outcomes[file.decision.outcome as Outcome] : undefined,
    reasons: file.decision?.reasons,
    clause: file.decision?.clause ?? undefined,
    clauseText: file.decision?.clauseText,
    ruleCite: groundOf(file, language) ?? clock?.cite,
    oldReference: file.oldReference ?? undefined,
    onBehalfOf: file.onBehalfOf ?? undefined,
    items: itemRows(desk, ref, labels, language),
    missingDetails: missingDetails(profile, file),
    remedy: remedyFor(file.kind, file.receivedAt, language, remedies),
    synthetic: readOrganisation(desk.db).synthetic,
    ...workLists(desk, file, language),
  };
}

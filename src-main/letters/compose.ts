import type { CaseKind, Outcome } from '../cases/contract.ts';
import { appealsIn, erasuresOf, missingCase, orderViewOf, readCaseFile, readItems, readWork, reviewOf } from '../cases/index.ts';
import { currentProfile, currentRulebook, rulebookOfCase } from '../desk/adopted.ts';
import { type Desk, isNobody, nowOf } from '../desk/desk.ts';
import { resourcePath } from '../desk/resources.ts';
import { workflowBook } from '../desk/workflows.ts';
import { currentPackage } from '../packages/index.ts';
import type { Profile } from '../platforms/index.ts';
import { viewWork } from '../rights/rules.ts';
import { officerOfRecord, readAppointments, readOrganisation } from '../workspace/index.ts';
import { officerOn } from '../workspace/rules.ts';
import type { LetterFields, LetterLabels, LetterLanguage, WorkField } from './contract.ts';
import { addresseeOf, orderFields } from './order-fields.ts';
import { readLabels, readRemedies } from './resources.ts';
import { correctionFields } from './rules/corrections.ts';
import { dayIst, formatDateIst, formatInstantIst } from './rules/format.ts';
import { consentFields, erasureFields } from './rules/late.ts';
import { remedyFor } from './rules/remedy.ts';
import { positionLabel, reviewFields } from './rules/review.ts';
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

/** Who writes to the complainant where no officer of record was appointed: the person at the desk, or the desk's officer. */
function officerFor({ db, person }: Desk): { name: string; designation: string | null } {
  return isNobody(person) ? officerOfRecord(db) : person;
}

/** The officer of record on the day of the letter, as she was appointed; else what the profile and the desk know. */
function officerFields(
  desk: Desk,
  profile: Profile,
  { platform, createdAt }: { platform: string; createdAt: string },
): LetterFields['officer'] {
  const appointed = officerOn(readAppointments(desk.db), 'grievance-officer', platform, dayIst(createdAt));
  if (appointed) {
    const { name, designation, email, phone, address } = appointed;
    return {
      name,
      designation: designation ?? undefined,
      email: email ?? undefined,
      phone: phone ?? undefined,
      address: address ?? undefined,
    };
  }
  const officer = officerFor(desk);
  return {
    name: profile.officer.name ?? officer.name,
    designation: officer.designation ?? undefined,
    email: profile.officer.email ?? profile.contact.email ?? undefined,
    phone: profile.officer.phone ?? undefined,
  };
}

/** The ground as the decision has it; a coded one in the language of the letter. */
function groundOf({ decision }: CaseFile, language: LetterLanguage): string | undefined {
  const code = decision?.groundCode;
  const known = code && workflowBook().grounds.find(({ id, text }) => code.startsWith(id) && text.en === decision?.ground);
  return known ? known.text[language] : decision?.ground;
}

/** What the workflow of the case has come to, as lists; a letter prints those it has a place for. */
function workLists(desk: Desk, file: CaseFile, language: LetterLanguage): Partial<Pick<LetterFields, WorkField>> {
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
    ...consentFields(work.consent),
  };
}

/** What the reply to an appeal says of the decision it is about; nothing for any other case. */
function appealFields(
  { db }: Desk,
  file: CaseFile,
  { language, outcomes }: { language: LetterLanguage; outcomes: Record<string, string> },
): Partial<LetterFields> {
  const { ref } = file;
  const appeal = appealsIn(db, ref).find((one) => one.ref === ref);
  const original = appeal ? readCaseFile(db, appeal.original) : null;
  if (!appeal || !original) return {};
  const { decision } = original;
  const position = positionLabel(file, language);
  return {
    ...(position === undefined ? {} : { outcomeLabel: position }),
    appealNumber: appeal.number,
    appealedTicket: original.ref,
    appealedReceivedAt: formatInstantIst(original.receivedAt),
    appealedOn: decision?.sentAt ? formatInstantIst(decision.sentAt) : undefined,
    appealedOutcome: decision ? outcomes[decision.outcome] : undefined,
    appealedReasons: decision?.reasons,
  };
}

/** Who is written to: whoever asked, or the officer behind the order. */
function complainantFields({ db }: Desk, { ref, complainant, facts, onBehalfOf }: CaseFile, template: string): LetterFields['complainant'] {
  const { name, address, email } = complainant;
  if (template === 'child-report' || (!name && !address && !email)) return addresseeOf(db, ref, template);
  // Whoever writes on behalf of a child is the guardian already.
  const isChild = facts.minor === true && !onBehalfOf;
  return { name: name && printable(name), address: address ?? email, ...(isChild ? { isChild } : {}) };
}

/** The order behind a case as it is judged now. */
function orderView(desk: Desk, file: CaseFile) {
  return orderViewOf(desk.db, {
    file,
    items: readItems(desk.db, file.ref),
    rulebook: rulebookOfCase(desk.db, file),
    now: nowOf(desk),
  });
}

/** All that the letter `template` about this case can say, in `language`, written at `createdAt` (UTC). Fault: not-found. */
export async function letterFieldsOf(
  desk: Desk,
  { ref, language, template }: { ref: string; language: LetterLanguage; template: string },
  createdAt: string,
): Promise<LetterFields> {
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  const profile = currentProfile(desk.db, file.platform);
  const [labels, remedies] = await Promise.all([readLabels(resourcePath('letters')), readRemedies(resourcePath('letters'))]);
  const words = labels[language];
  const clock = disposal(desk, file);
  return {
    createdAt,
    date: formatDateIst(createdAt),
    ticket: ref,
    letterhead: { name: profile.operator, lines: letterheadLines(desk, profile) },
    platformName: profile.name,
    officer: officerFields(desk, profile, { platform: file.platform, createdAt }),
    complainant: complainantFields(desk, file, template),
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
    ...orderFields(desk.db, ref, { language, template, view: orderView(desk, file) }),
    ...erasureFields(erasuresOf(desk.db, ref), language),
    ...correctionFields(file.decision, language),
    ...appealFields(desk, file, { language, outcomes: words.outcomes }),
    ...reviewFields(file, reviewOf(desk.db, file), { language, outcomes: words.outcomes }),
  };
}

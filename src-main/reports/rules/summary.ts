import type { CaseKind, Outcome } from '../../cases/contract.ts';
import type { LetterBlock } from '../../letters/contract.ts';
import { formatInstantIst } from '../../letters/rules/format.ts';
import type { Writing } from './facts.ts';
import { cellTime, facts, headed, prose } from './parts.ts';
import { nameOf, reportWords } from './words.ts';

function personRows({ facts: { view }, hide, redaction, language }: Writing): [string, string | null | undefined][] {
  const { fact } = reportWords(language);
  const { name, email, phone, address } = view.complainant;
  const shown = (text: string | undefined) => text && hide(text);
  return [
    [fact.complainant, shown(name)],
    [fact.email, shown(email)],
    [fact.phone, shown(phone)],
    [fact.address, redaction === 'masked' && address ? fact.hidden : address],
    [fact.onBehalfOf, view.onBehalfOf && hide(view.onBehalfOf)],
  ];
}

function holdLines({ facts: { view }, hide, language }: Writing): string {
  const { fact } = reportWords(language);
  return view.work.holds
    .map(({ ref, instrument, until }) => {
      const end = until ? `, ${fact.until.replace('{day}', formatInstantIst(until))}` : '';
      // Of a hold on another case only that it stands: what it says is that case's own.
      return ref === view.ref ? `${hide(instrument)}${end}` : `${ref}${end}`;
    })
    .join('; ');
}

/** What the case is and where it stands. */
export function summarySection(writing: Writing): LetterBlock[] {
  const { facts: known, hide, language, labels } = writing;
  const { view } = known;
  const { fact, state, identity } = reportWords(language);
  const words = labels[language];
  const set = Object.entries(view.facts).map(([name, value]) => `${name}: ${hide(String(value))}`);
  return facts([
    [fact.subject, hide(view.subject)],
    [fact.kind, words.kinds[view.kind as CaseKind] ?? view.kind],
    [fact.platform, known.platformName],
    ...personRows(writing),
    [fact.channel, words.channels[view.channel as 'email'] ?? view.channel],
    [fact.received, formatInstantIst(view.receivedAt)],
    [fact.from, nameOf('receivedFrom', view.receivedFrom, language)],
    [fact.entered, formatInstantIst(view.enteredAt)],
    [fact.lateReason, view.lateReason && hide(view.lateReason)],
    [fact.state, state[view.state] ?? view.state],
    [fact.outcome, view.outcome && (words.outcomes[view.outcome as Outcome] ?? view.outcome)],
    [fact.identity, identity[view.identity] ?? view.identity],
    [fact.assignee, view.assignee && (known.people.get(view.assignee) ?? view.assignee)],
    [fact.oldReference, view.oldReference],
    [fact.links, view.links.map(({ ref, as }) => `${ref} (${nameOf('link', as, language)})`).join(', ')],
    [fact.holds, holdLines(writing)],
    [fact.facts, set.join('; ')],
  ]);
}

/** What the complaint says, and the items it names. */
export function complaintSection(writing: Writing): LetterBlock[] {
  const { facts: known, hide, language, labels } = writing;
  const { text, items } = known.view;
  const { fact, none } = reportWords(language);
  const words = labels[language];
  const rows = items.map(({ type, value, action, actedAt }) => [
    `${words.itemTypes[type as 'url'] ?? type}: ${hide(value)}`,
    action === null ? '–' : (words.actions[action] ?? action),
    cellTime(actedAt),
  ]);
  const written = prose(hide(text));
  return [
    ...(written.length > 0 ? written : [{ kind: 'paragraph', text: none } as const]),
    ...headed(
      writing,
      fact.items,
      [
        ['item', 58],
        ['action', 20],
        ['at', 22],
      ],
      rows,
    ),
  ];
}

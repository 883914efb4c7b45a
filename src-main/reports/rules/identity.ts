import type { LetterBlock } from '../../letters/contract.ts';
import type { Writing } from './facts.ts';
import { cellTime, dayText, facts, headed } from './parts.ts';
import { nameOf, reportWords } from './words.ts';

function attemptRows({ facts: { identity }, hide, language }: Writing): string[][] {
  const say = reportWords(language);
  return identity.attempts.map(({ seq, at, byName, method, document, documentNamed, masked, result, reason }) => [
    String(seq),
    cellTime(at),
    byName,
    [nameOf('method', method, language), method === 'contact-match' ? null : (documentNamed ?? nameOf('document', document, language))]
      .filter(Boolean)
      .join(': '),
    // The number itself is kept nowhere; what is shown is what was kept.
    masked === null ? '–' : hide(masked),
    [say.identity[result] ?? result, reason && hide(reason)].filter(Boolean).join(': '),
  ]);
}

function authorityRows({ facts: { identity, view }, hide, language, labels }: Writing): string[][] {
  const say = reportWords(language);
  return identity.authorities.map((one) => {
    const number = one.registeredNumber ? ` (${one.registeredNumber})` : '';
    const covers = one.scope?.map((kind) => labels[language].kinds[kind as 'access'] ?? kind).join(', ') ?? say.everything;
    const until = one.endedOn ?? one.expiresOn;
    const names = `${hide(one.representativeName ?? '–')} → ${hide(one.principalName ?? view.onBehalfOf ?? '–')}`;
    return [
      `${say.authority[one.type]}: ${names}`,
      `${hide(one.instrument)}${number}, ${dayText(one.datedOn)}`,
      [covers, until ? say.fact.until.replace('{day}', dayText(until)) : null].filter(Boolean).join(', '),
    ];
  });
}

/** What was needed to know who asks, what was done, and who may act for another. Numbers stand masked, as they are kept. */
export function identitySection(writing: Writing): LetterBlock[] {
  const { facts: known, language } = writing;
  const { checklist, purges, state } = known.identity;
  const say = reportWords(language);
  const missing = checklist.missing.map((item) => say.missing[item] ?? item).join(', ');
  const purged = purges.map(({ at, attempts, files }) => `${cellTime(at)} (${attempts} + ${files})`).join('; ');
  return [
    ...facts([
      [say.fact.identity, say.identity[state] ?? state],
      [say.fact.level, say.level[checklist.level]],
      [say.fact.missing, checklist.isComplete ? say.fact.complete : missing],
      [say.fact.purged, purged],
    ]),
    ...headed(
      writing,
      say.fact.attempts,
      [
        ['seq', 9],
        ['at', 18],
        ['who', 17],
        ['method', 20],
        ['number', 15],
        ['result', 25],
      ],
      attemptRows(writing),
    ),
    ...headed(
      writing,
      say.fact.authorities,
      [
        ['type', 36],
        ['instrument', 36],
        ['scope', 28],
      ],
      authorityRows(writing),
    ),
  ];
}

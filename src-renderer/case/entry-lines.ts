import type { Corrigendum, TimelineEntry } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import { governmentTellers } from '../government/entry-tellers.ts';
import { formatInstant } from '../ui/ist.ts';
import { useFactLines } from './fact-lines.ts';
import { identityTellers } from './identity/entry-tellers.ts';

type Body = Record<string, unknown>;
type Say = ReturnType<typeof useText>;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function reasonLine({ t }: Say, body: Body): string | null {
  const reason = text(body['reason']);
  return reason === null ? null : t('entry.lines.reason', { reason });
}

function dispatched(say: Say, body: Body): (string | null)[] {
  const { t, word } = say;
  const sentAt = text(body['sentAt']);
  return [
    t('entry.lines.dispatched', {
      template: word('template', String(body['template'])),
      mode: word('mode', String(body['mode'])),
      at: sentAt ? formatInstant(sentAt) : '',
    }),
    text(body['proof']) ? t('entry.lines.proof', { proof: String(body['proof']) }) : null,
    text(body['noAddress']),
  ];
}

function decided({ t, word }: Say, body: Body): (string | null)[] {
  return [
    `${word('outcome', String(body['outcome']))} · ${String(body['ground'] ?? '')}`,
    text(body['clause']) ? t('entry.lines.clause', { clause: String(body['clause']) }) : null,
    text(body['reasons']),
  ];
}

function itemsActed({ t, number, word }: Say, body: Body): (string | null)[] {
  const items = Array.isArray(body['items']) ? (body['items'] as { action?: string }[]) : [];
  const actions = [...new Set(items.map(({ action }) => word('itemAction', String(action))))];
  return [t('entry.lines.items', { count: items.length, n: number(items.length), actions: actions.join(', ') })];
}

/** Which of the complainant's details are new, and what they are. */
function detailsLine({ t, word }: Say, body: Body): string | null {
  const details = Object.entries((body['complainant'] ?? {}) as Record<string, string>);
  if (details.length === 0) return null;
  const shown = (name: string, value: string) =>
    value === '' ? t('entry.lines.detailGone') : name === 'language' ? word('language', value) : value;
  const label = (name: string) => t(name === 'address' ? 'case.address' : `intake.${name as 'email'}`);
  return t('entry.lines.complainant', { details: details.map(([name, value]) => `${label(name)}: ${shown(name, value)}`).join(' · ') });
}

function amended(say: Say, body: Body): (string | null)[] {
  const { t } = say;
  const was = (body['was'] ?? {}) as Body;
  const receivedAt = text(body['receivedAt']);
  const before = text(was['receivedAt']);
  return [
    receivedAt ? t('entry.lines.receipt', { at: formatInstant(receivedAt), was: before ? formatInstant(before) : '' }) : null,
    detailsLine(say, body),
    reasonLine(say, body),
  ];
}

const tellers: Record<string, (say: Say, body: Body) => (string | null)[]> = {
  'case.received': ({ t, word, number }, body) => [
    text(body['receivedFrom']) ? word('receivedFrom', String(body['receivedFrom'])) : null,
    Number(body['items'] ?? 0) > 0 ? t('entry.lines.itemsGiven', { count: Number(body['items']), n: number(Number(body['items'])) }) : null,
  ],
  'case.triaged': (say, body) => [
    `${say.word('kind', String(body['from']))} → ${say.word('kind', String(body['kind']))}`,
    reasonLine(say, body),
  ],
  'case.amended': amended,
  'case.decided': decided,
  'case.items-acted': itemsActed,
  'case.decision-corrected': (say, body) => [
    ...(Array.isArray(body['lines']) ? (body['lines'] as Corrigendum['lines']) : []).map(({ part, stood, reads }) =>
      say.t('decisions.line', { part: say.t(`decisions.part.${part}`), stood, reads }),
    ),
    reasonLine(say, body),
  ],
  'case.reopened': (say, body) => [
    say.t(body['by'] === 'complainant' ? 'entry.lines.byComplainant' : 'entry.lines.byDesk'),
    reasonLine(say, body),
  ],
  'case.verdict': (say, body) => [say.t(body['valid'] === true ? 'act.verdict.valid' : 'act.verdict.invalid'), reasonLine(say, body)],
  'case.linked': ({ word }, body) => [`${word('link', String(body['as']))} ${String(body['to'] ?? '')}`],
  'case.appealed': (_say, body) => [String(body['number'] ?? ''), String(body['appeal'] ?? '')],
  'appeal.recorded': ({ t }, body) => [
    String(body['number'] ?? ''),
    text(body['replyBy']) ? t('entry.lines.replyBy', { at: formatInstant(String(body['replyBy'])) }) : null,
  ],
  'appeal.ordered': ({ look }, body) => [
    look(`decisions.appeal.result.${String(body['result'])}`, String(body['result'])),
    text(body['text']),
    text(body['order']),
  ],
  'appeal.complied': (_say, body) => [text(body['at']) ? formatInstant(String(body['at'])) : null, text(body['how'])],
  'appeal.report-published': (_say, body) => [text(body['at']) ? formatInstant(String(body['at'])) : null, text(body['where'])],
  'case.uploader-notice': (say, body) => [
    say.look(`act.uploader-notice.${String(body['choice'])}`, String(body['choice'])),
    text(body['ground']),
    text(body['notice']),
  ],
  'case.translated': ({ t }, body) => [
    t('entry.lines.translated', { from: String(body['from']), to: String(body['to']), by: String(body['by']) }),
    text(body['text']),
  ],
  'case.oral-recorded': ({ t }, body) => [
    t('entry.lines.oral', { language: String(body['language']), by: String(body['takenBy']), at: formatInstant(String(body['saidAt'])) }),
    text(body['text']),
    body['isAgreed'] === true && text(body['readBackAt'])
      ? t('entry.lines.agreed', { at: formatInstant(String(body['readBackAt'])) })
      : t('entry.lines.notAgreed'),
    text(body['remarks']),
  ],
  'case.unlinked': (say, body) => [String(body['to'] ?? ''), reasonLine(say, body)],
  'case.closed': ({ t, word }, body) => [
    text(body['outcome']) ? word('outcome', String(body['outcome'])) : null,
    text(body['despite']) ? t('entry.lines.reason', { reason: String(body['despite']) }) : null,
  ],
  'case.reviewed': ({ look }, body) => [
    `${String(body['review'] ?? '')} · ${look(`decisions.review.outcome.${String(body['outcome'])}`, String(body['outcome']))}`,
  ],
  'case.noted': (say, body) => [body['privileged'] === true ? say.t('entry.lines.privileged') : null, text(body['text'])],
  'letter.prepared': ({ word }, body) => [`${word('template', String(body['template']))} · ${word('language', String(body['language']))}`],
  'letter.dispatched': dispatched,
  'case.reported': ({ t }, body) => [
    t('entry.lines.to', { to: String(body['to'] ?? '') }),
    text(body['sentAt']) ? formatInstant(String(body['sentAt'])) : null,
    text(body['reference']),
  ],
  'alarm.shown': ({ ruleName }, body) => [ruleName(String(body['rule']))],
  'alarm.acknowledged': ({ ruleName }, body) => [ruleName(String(body['rule']))],
  'target.set': (say, body) => [text(body['due']) ? formatInstant(String(body['due'])) : null, reasonLine(say, body)],
  'target.paused': ({ look }, body) => [look(`act.pause-target.codes.${String(body['code'])}`, String(body['code'])), text(body['text'])],
  'target.extended': (say, body) => [
    say.t('entry.lines.putOff', { was: formatInstant(String(body['was'])), due: formatInstant(String(body['due'])) }),
    reasonLine(say, body),
  ],
  'target.removed': (say, body) => [say.t('entry.lines.wasDue', { at: formatInstant(String(body['was'])) }), reasonLine(say, body)],
  'case.delay-explained': ({ ruleName, look }, body) => [
    (Array.isArray(body['clocks']) ? (body['clocks'] as { rule: string }[]) : []).map(({ rule }) => ruleName(rule)).join(', '),
    look(`act.explain-delay.codes.${String(body['code'])}`, String(body['code'])),
    text(body['text']),
  ],
  ...identityTellers,
  ...governmentTellers,
  'work.done': ({ look, number, t }, body) => {
    const sort = String(body['sort']);
    const result = String(body['result']);
    const told =
      sort === 'search'
        ? t('work.foundCount', { count: Number(result), n: number(Number(result)) })
        : look(`work.${sort === 'category' ? 'held' : 'file'}.${result}`, result);
    return [`${look(`work.sort.${sort}`, sort)}: ${String(body['name'])} · ${told}`];
  },
  'hold.placed': (say, body) => [
    text(body['instrument']),
    say.look(`work.hold.scope.${String(body['scope'])}`, String(body['scope'])),
    reasonLine(say, body),
  ],
  'mail.linked': (_say, body) => [text(body['subject']), text(body['text'])],
};

/** An entry of the journal in a few lines for the officer; a kind without a teller shows its reason, if it has one. */
export function useEntryLines({ kind, body }: TimelineEntry): string[] {
  const say = useText();
  const factLines = useFactLines();
  if (body === null) return [];
  const told = (tellers[kind] ?? ((talk, found) => [reasonLine(talk, found)]))(say, body);
  const facts =
    typeof body['facts'] === 'object' && body['facts'] !== null
      ? factLines(body['facts'] as Body).map(({ name, value }) => `${name}: ${value}`)
      : [];
  return [...told.filter((line) => line !== null), ...(facts.length > 0 ? [facts.join(' · ')] : [])];
}

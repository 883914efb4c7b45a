import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  actNames,
  caseKinds,
  caseStates,
  channels,
  contentCategories,
  delayCodes,
  dispatchModes,
  identityStates,
  itemActions,
  itemTypes,
  outcomes,
  platforms,
} from '../../../../src-main/cases/contract.ts';
import { faultCodes } from '../../../../src-main/desk/faults.ts';
import { alarmStepNames, alarmWays } from '../../../../src-main/law/contract/alarm.ts';
import { pauseCodes } from '../../../../src-main/law/contract/target.ts';
import { calendarEvents, caseEvents } from '../../../../src-main/law/contract/words.ts';
import { gaps } from '../../../../src-main/platforms/contract.ts';
import { en } from '../../../../src-renderer/app/i18n/en/index.ts';
import { hi } from '../../../../src-renderer/app/i18n/hi/index.ts';
import { sections } from '../../../../src-renderer/platforms/spec.ts';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(
    ([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`)) as [string, string][],
  );
}

const english = new Map(leaves(en as unknown as Tree));
const hindi = new Map(leaves(hi as unknown as Tree));
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the words of the window', () => {
  it('are the same in both languages', () => {
    expect([...hindi.keys()]).toEqual([...english.keys()]);
  });

  it('carry the same values in both languages', () => {
    for (const [key, text] of english) expect([key, variables(hindi.get(key) ?? '')]).toEqual([key, variables(text)]);
  });

  it('are nowhere empty', () => {
    expect([...english, ...hindi].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are Hindi in Hindi, save names, formats and the way to English', () => {
    const kept = [
      /^words\.platform\./,
      /^common\.(ist|sha256|span)/,
      /^queue\.left$/,
      /^today\.title$/,
      /^app\.commands\.language$/,
      /^common\.instantHint$/,
    ];
    const latin = [...hindi].filter(([key, text]) => !/\p{Script=Devanagari}/u.test(text) && !kept.some((pattern) => pattern.test(key)));
    expect(latin).toEqual([]);
  });
});

describe('every identifier', () => {
  const lists: [string, readonly string[], Record<string, unknown>][] = [
    ['kind', caseKinds, en.words.kind],
    ['state', caseStates, en.words.state],
    ['identity', identityStates, en.words.identity],
    ['short identity', identityStates, en.words.identityShort],
    ['channel', channels, en.words.channel],
    ['outcome', outcomes, en.words.outcome],
    ['category', contentCategories, en.words.category],
    ['item type', itemTypes, en.words.itemType],
    ['item action', itemActions, en.words.itemAction],
    ['dispatch mode', dispatchModes, en.words.mode],
    ['platform', platforms, en.words.platform],
    ['fault', faultCodes, en.fault],
    ['event of the law', [...caseEvents, ...calendarEvents], en.case.event],
    ['act', actNames, en.act],
    ['reason of a pause', pauseCodes, en.act['pause-target'].codes],
    ['reason of a delay', delayCodes, en.act['explain-delay'].codes],
    ['step of an alarm', alarmStepNames, en.alarms.steps],
    ['way of an alarm', alarmWays, en.alarms.ways],
    ['gap of a profile', gaps, en.platforms.gap],
    ['part of a profile', Object.keys(sections), en.platforms.field],
  ];

  it.each(lists)('of the list "%s" has a label', (_name, ids, labels) => {
    expect(ids.filter((id) => !(id in labels))).toEqual([]);
  });

  it('of a clock that can stand on a case has a name', () => {
    const rulebook = JSON.parse(readFileSync('resources/rulebook/rulebook-2026.11.json', 'utf8')) as {
      rules: { id: string; appliesTo: unknown[] }[];
      targets: { id: string }[];
    };
    const ids = [...rulebook.rules.filter(({ appliesTo }) => appliesTo.length > 0), ...rulebook.targets].map(({ id }) => id);
    expect(ids.filter((id) => !(id in en.rules))).toEqual([]);
  });

  it('of a journal entry has a label', () => {
    const kinds = [...readFileSync('docs/events.md', 'utf8').matchAll(/^\| (`[^|]+)\|/gm)].flatMap(([, cell]) =>
      [...(cell ?? '').matchAll(/`([a-z.-]+)`/g)].map(([, kind]) => kind ?? ''),
    );
    expect(kinds.length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => !(kind.replaceAll('.', '_') in en.entry))).toEqual([]);
  });
});

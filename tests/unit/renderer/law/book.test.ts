import { describe, expect, it } from 'vitest';
import { addressees, confidences, senses, targetUnits } from '../../../../src-main/law/contract.ts';
import { en } from '../../../../src-renderer/app/i18n/en/index.ts';
import { namesFrom } from '../../../../src-renderer/app/rule-names.ts';
import {
  differingFields,
  dutiesIn,
  instrumentsOf,
  narrowed,
  noFilter,
  standingOf,
  versionFields,
} from '../../../../src-renderer/law/book.ts';
import { calculatorAsk, ruleOptions } from '../../../../src-renderer/law/calculator.ts';
import { applicationWords, conditionWords } from '../../../../src-renderer/law/condition-words.ts';
import { periodWords } from '../../../../src-renderer/law/in-words.ts';
import { readLawSearch } from '../../../../src-renderer/law/law-search.ts';
import { rulebook, ruleOf, sayIn } from './support.ts';

const today = '2026-11-22';
const duties = dutiesIn(rulebook, today);
const shortName = (rule: string) => (en.rules as Record<string, { name: string }>)[rule]?.name ?? rule;
const found = (part: Partial<typeof noFilter>) => narrowed(duties, { ...noFilter, ...part }, today, shortName).map(({ family }) => family);

describe('the duties of the rulebook', () => {
  it('hold every rule and target once', () => {
    const ids = duties.flatMap(({ versions }) => versions.map(({ id }) => id));
    expect(ids.sort()).toEqual([...rulebook.rules, ...rulebook.targets].map(({ id }) => id).sort());
  });

  it('are led by the version in force', () => {
    const duty = duties.find(({ family }) => family === 'IT-RES');
    expect([duty?.lead.id, duty?.versions.map(({ id }) => id)]).toEqual(['IT-RES-7D', ['IT-RES-7D', 'IT-RES-15D']]);
    expect(dutiesIn(rulebook, '2026-02-19').find(({ family }) => family === 'IT-RES')?.lead.id).toBe('IT-RES-15D');
  });

  it('stand from their first day to the end of their last', () => {
    expect(standingOf(ruleOf('IT-RES-15D'), '2026-02-19')).toBe('now');
    expect(standingOf(ruleOf('IT-RES-15D'), '2026-02-20')).toBe('ended');
    expect(standingOf(ruleOf('IT-RES-7D'), '2026-02-19')).toBe('coming');
    expect(standingOf({ from: null, until: null }, today)).toBe('now');
  });
});

describe('the search', () => {
  it('finds by id, name, citation, Gazette number and words, in both languages', () => {
    expect(found({ text: 'it-res-15d' })).toEqual(['IT-RES']);
    expect(found({ text: 'dispose' })).toContain('IT-RES');
    expect(found({ text: '3(2)(b)' })).toContain('IT-NCII');
    expect(found({ text: '148(E)' })).toContain('IT-RES');
    expect(found({ text: 'पावती' })).toContain('IT-ACK');
    expect(found({ text: 'no such words anywhere' })).toEqual([]);
  });

  it('narrows by instrument, standing, confidence, kind and dispute together', () => {
    expect(instrumentsOf(rulebook)).toContain('Blocking Rules 2009');
    expect(found({ instrument: 'Blocking Rules 2009' }).every((family) => family.startsWith('BLK'))).toBe(true);
    expect(found({ standing: 'ended', text: 'IT-RES' })).toEqual(['IT-RES']);
    expect(found({ standing: 'coming', text: 'IT-RES' })).toEqual([]);
    expect(found({ kind: 'breach' })).toContain('DP-BR-72H');
    expect(found({ confidence: 'M', instrument: 'IT Rules 2021' })).not.toContain('IT-ACK');
    expect(found({ isDisputed: true })).not.toContain('IT-ACK');
    expect(found({})).toHaveLength(duties.length);
  });
});

describe('the versions of a duty', () => {
  it('are marked where they differ, and only there', () => {
    const { versions } = duties.find(({ family }) => family === 'IT-RES') ?? { versions: [] };
    const differing = differingFields(versions);
    expect([...differing]).toEqual(expect.arrayContaining(['inForce', 'period', 'gazette', 'text']));
    expect(differing.has('cite')).toBe(false);
    expect(differingFields(versions.slice(0, 1)).size).toBe(0);
    expect(versionFields).toHaveLength(14);
  });

  it('say their period, or that there is none', () => {
    const { t } = sayIn('en');
    expect(periodWords(ruleOf('IT-RES-7D'), t)).toBe('at most 7 days');
    expect(periodWords(ruleOf('IT-PRES-180D'), t)).toBe('at least 180 days');
    expect(periodWords(ruleOf('IT-SGI'), t)).toBe('no fixed period');
    expect(periodWords(ruleOf('OWN-DATE'), t)).toBe('the date in the instrument');
  });
});

describe('conditions', () => {
  it('of every rule are said in both languages without a gap', () => {
    for (const say of [sayIn('en'), sayIn('hi')])
      for (const one of [...rulebook.rules, ...rulebook.targets].flatMap(({ appliesTo }) => appliesTo)) {
        const { kinds, narrowing, note } = applicationWords(one, say);
        const said = [kinds, ...narrowing, note ?? ''].join('\n');
        expect(said).not.toMatch(/undefined|\{\{|lawRoom\.|\[object/);
        expect(kinds).not.toBe('');
      }
  });

  it('keep their brackets where and, or and not are mixed', () => {
    const say = sayIn('en');
    const fact = { fact: 'intimate', is: true } as const;
    const either = { any: [fact, { not: { fact: 'source', in: ['court', 'police'] } }] } as const;
    const said = conditionWords({ all: [{ class: 'significant' }, either as never] }, say);
    expect(said).toBe(
      'the platform is among significant social media intermediaries and (Intimate or nude image of a person: yes or not (Who ordered: Court, Police))'
        .replace('Intimate or nude image of a person', en.facts.intimate.label)
        .replace('Who ordered', en.facts.source.label)
        .replace(': yes', ': Yes'),
    );
  });

  it('have labels for every word of a rulebook', () => {
    expect(Object.keys(en.lawRoom.who).sort()).toEqual([...addressees].sort());
    expect(Object.keys(en.law.sense).sort()).toEqual([...senses].sort());
    expect(Object.keys(en.law.confidence).sort()).toEqual([...confidences].sort());
    for (const unit of targetUnits) expect(en.lawRoom.unit).toHaveProperty(unit);
  });
});

describe('the calculator', () => {
  const typed = {
    way: 'kind',
    kind: 'content',
    platform: 'cocial',
    rule: '',
    at: '25-02-2026 10:00:15',
    facts: { intimate: true },
  } as const;

  it('asks by kind with the facts that belong to it, to the second', () => {
    expect(calculatorAsk(typed)).toEqual({
      kind: 'content',
      platform: 'cocial',
      receivedAt: '2026-02-25T10:00:15+05:30',
      facts: { intimate: true },
    });
    expect(calculatorAsk({ ...typed, kind: 'access' })).toMatchObject({ kind: 'access', facts: {} });
  });

  it('asks by rule from an instant, and nothing while either is missing', () => {
    expect(calculatorAsk({ ...typed, way: 'rule', rule: 'IT-ORD-3H' })).toEqual({ rule: 'IT-ORD-3H', start: '2026-02-25T10:00:15+05:30' });
    expect(calculatorAsk({ ...typed, way: 'rule' })).toBeNull();
    expect(calculatorAsk({ ...typed, at: '30-02-2026 10:00' })).toBeNull();
  });

  it('offers every rule, the newest version of a duty before the older', () => {
    const values = ruleOptions(rulebook, 'hi').map(({ value }) => value);
    expect(values).toHaveLength(rulebook.rules.length);
    expect(values.indexOf('IT-RES-7D')).toBeLessThan(values.indexOf('IT-RES-15D'));
  });
});

describe('rules that a later rulebook brought', () => {
  it('are called like the version the window knows, else by their title', () => {
    const later = { ...ruleOf('IT-RES-7D'), id: 'IT-RES-5D' };
    const fresh = { ...ruleOf('IT-RES-7D'), id: 'X-1', family: 'X', title: { en: 'New', hi: 'नया' } };
    const names = namesFrom({ ...rulebook, rules: [...rulebook.rules, later, fresh] }, (id) => id in en.rules);
    expect(['IT-RES-7D', 'IT-RES-15D']).toContain(names.get('IT-RES-5D')?.like);
    expect(names.get('X-1')).toMatchObject({ like: null, title: { en: 'New' } });
    expect(names.has('IT-ACK-24H')).toBe(false);
  });
});

describe('the address of the law room', () => {
  it('holds a rule and an earlier rulebook, and nothing unsound', () => {
    expect(readLawSearch({ rule: 'IT-RES-7D', book: 'a'.repeat(64), more: 1 })).toEqual({ rule: 'IT-RES-7D', book: 'a'.repeat(64) });
    expect(readLawSearch({ rule: 7, book: 'x' })).toEqual({});
    expect(readLawSearch({ rule: '' })).toEqual({});
  });
});

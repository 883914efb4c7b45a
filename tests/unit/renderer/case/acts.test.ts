import { describe, expect, it } from 'vitest';
import { actSchemas } from '../../../../src-main/cases/contract.ts';
import type { GroundView } from '../../../../src-main/rights/contract.ts';
import { groundByWords, groundLabel, offeredGrounds, readGround } from '../../../../src-renderer/case/acts/grounds.ts';
import { firstHold, holdInput } from '../../../../src-renderer/case/acts/hold-input.ts';
import {
  categoryInput,
  given,
  lacksClause,
  lacksCopy,
  lacksReason,
  redactionInput,
  sentDay,
} from '../../../../src-renderer/case/acts/work-input.ts';

const ground = (over: Partial<GroundView>): GroundView => ({
  id: 'too-broad',
  text: { en: 'Too broad', hi: 'बहुत व्यापक' },
  outcomes: ['refused'],
  clause: '4.2',
  clauseText: null,
  ...over,
});
const refusing = ground({});
const granting = ground({ id: 'granted', text: { en: 'As asked', hi: 'जैसा माँगा' }, outcomes: ['complied'], clause: '3.1' });
const all = [refusing, granting];

describe('a coded ground', () => {
  it('is offered where it carries the outcome, in the language of the window', () => {
    expect([...offeredGrounds(all, 'refused', 'en').keys()]).toEqual(['Too broad (4.2)']);
    expect([...offeredGrounds(all, 'refused', 'hi').keys()]).toEqual(['बहुत व्यापक (4.2)']);
    expect(offeredGrounds(all, '', 'en').size).toBe(0);
  });

  it('stays itself when the language changes', () => {
    const typed = { outcome: 'refused' as const, ground: groundLabel(refusing, 'hi'), groundId: 'too-broad' };
    expect(readGround(all, typed)).toEqual({ coded: refusing, sent: 'too-broad', problem: null });
  });

  it('stays itself when its words or its clause have changed since the draft', () => {
    const typed = { outcome: 'refused' as const, ground: 'Too wide (4.1)', groundId: 'too-broad' };
    expect(readGround(all, typed)).toEqual({ coded: refusing, sent: 'too-broad', problem: null });
  });

  it('stays itself, and is said not to fit, when the outcome changes', () => {
    const typed = { outcome: 'complied' as const, ground: groundLabel(refusing, 'en'), groundId: 'too-broad' };
    expect(readGround(all, typed)).toEqual({ coded: refusing, sent: 'too-broad', problem: 'unfit' });
    expect(readGround(all, { ...typed, outcome: '' }).problem).toBeNull();
  });

  it('is known by its words in either language where a draft holds no id', () => {
    for (const language of ['en', 'hi'] as const) {
      const typed = { outcome: 'complied' as const, ground: groundLabel(refusing, language), groundId: '' };
      expect(readGround(all, typed)).toEqual({ coded: refusing, sent: 'too-broad', problem: 'unfit' });
    }
  });

  it('is said to be gone, and never becomes words, where the case has it no more', () => {
    const typed = { outcome: 'refused' as const, ground: 'Moot (1.1)', groundId: 'moot' };
    expect(readGround(all, typed)).toEqual({ coded: null, sent: 'moot', problem: 'gone' });
  });

  it('is the one that carries the outcome where two have the same words', () => {
    const twin = ground({ id: 'too-broad-partly', outcomes: ['partly-complied'] });
    expect(groundByWords([refusing, twin], 'partly-complied', 'Too broad (4.2)')).toBe(twin);
    expect(groundByWords([refusing, twin], '', 'Too broad (4.2)')).toBe(refusing);
  });
});

describe('a ground in own words', () => {
  it('is sent as it was typed', () => {
    const typed = { outcome: 'refused' as const, ground: 'Too broad, and late', groundId: '' };
    expect(readGround(all, typed)).toEqual({ coded: null, sent: 'Too broad, and late', problem: null });
  });
});

describe('a data category', () => {
  const typed = { category: 'account', held: 'excluded' as const, clause: '' };

  it('that is left out needs a clause', () => {
    expect(lacksClause(typed)).toBe(true);
    expect(lacksClause({ ...typed, clause: '5.1' })).toBe(false);
    expect([lacksClause({ ...typed, held: 'held' }), lacksClause({ ...typed, held: 'not-held' })]).toEqual([false, false]);
  });

  it('is sent with its clause only where the clause can be seen', () => {
    expect(categoryInput({ ...typed, clause: '5.1' })).toEqual({ category: 'account', held: 'excluded', clause: '5.1' });
    expect(categoryInput({ ...typed, held: 'not-held' })).toEqual({ category: 'account', held: 'not-held' });
    expect(categoryInput({ ...typed, held: 'held', clause: '5.1' })).toEqual({ category: 'account', held: 'held' });
  });
});

describe('a file of the answer', () => {
  const typed = { file: 'f', decision: 'redact' as const, reason: ' ', copy: 'c' };

  it('needs a reason unless it is released as it is', () => {
    expect(lacksReason(typed)).toBe(true);
    expect(lacksReason({ ...typed, decision: 'withhold' })).toBe(true);
    expect(lacksReason({ ...typed, reason: 'A second person' })).toBe(false);
    expect(lacksReason({ ...typed, decision: 'release' })).toBe(false);
  });

  it('goes out with parts taken out only as another file', () => {
    expect(lacksCopy({ ...typed, copy: '' })).toBe(true);
    expect(lacksCopy(typed)).toBe(false);
    expect(redactionInput({ ...typed, reason: 'others' })).toEqual({ file: 'f', decision: 'redact', reason: 'others', copy: 'c' });
    expect(redactionInput({ ...typed, decision: 'release' })).toEqual({ file: 'f', decision: 'release' });
  });
});

describe('what was typed', () => {
  it('is sent where it was filled in', () => {
    expect(given({ by: 'A. Example', note: '  ' })).toEqual({ by: 'A. Example' });
  });

  it('is a day, or nothing where it cannot be read', () => {
    expect(sentDay('until', ' 5/12/2026 ')).toEqual({ until: '2026-12-05' });
    expect(sentDay('until', '')).toEqual({});
    expect(sentDay('until', 'Friday')).toBeNull();
  });
});

describe('a hold', () => {
  const typed = { ...firstHold, instrument: 'Order 1', reason: 'A proceeding' };

  it('is sent as the desk takes it', () => {
    const sent = holdInput({ ...typed, scope: 'connected', accounts: ' one \n\ntwo', until: '05-12-2026' });
    expect(sent).toEqual({
      scope: 'connected',
      accounts: ['one', 'two'],
      instrument: 'Order 1',
      basis: 'law',
      reason: 'A proceeding',
      until: '2026-12-05',
    });
    expect(actSchemas.hold.parse(sent)).toMatchObject({ until: '2026-12-05T18:29:59.999Z' });
  });

  it('leaves out what does not belong to its scope or basis', () => {
    const sent = holdInput({ ...typed, accounts: 'one' });
    expect(sent).toEqual({ scope: 'person', instrument: 'Order 1', basis: 'law', reason: 'A proceeding' });
    expect(holdInput({ ...typed, basis: 'own' })).toMatchObject({ basis: 'own' });
  });

  it('is not sent with a day that cannot be read', () => {
    expect(holdInput({ ...typed, until: '31-11-2026' })).toBeNull();
  });
});

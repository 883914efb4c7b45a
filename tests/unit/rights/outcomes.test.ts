import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  actSchemas,
  type CaseKind,
  caseKinds,
  type Outcome,
  outcomes,
  type Platform,
  platforms,
} from '../../../src-main/cases/contract.ts';
import { allowedActs, type CaseFile, planAct } from '../../../src-main/cases/rules.ts';
import { Fault } from '../../../src-main/desk/faults.ts';
import { groundsOf, letterFor } from '../../../src-main/rights/rules/platform.ts';
import { nextStep, outcomesOf } from '../../../src-main/rights/rules.ts';
import { words as en } from '../../../src-renderer/app/i18n/en/words.ts';
import { words as hi } from '../../../src-renderer/app/i18n/hi/words.ts';
import { book, decisionOf, fileOf, now, rulesOf, standingOf } from './support.ts';

const read = (name: string) => readFileSync(new URL(`../../../resources/letters/${name}.json`, import.meta.url), 'utf8');
const labels = JSON.parse(read('labels')) as Record<'en' | 'hi', { outcomes: Record<string, string> }>;

const decidable = caseKinds.filter((kind) => kind !== 'unsorted');
const review = { ref: 'COC-2026-000002-3', as: 'own-review-of', decision: 3, own: true } as CaseFile['links'][number];
/** Every kind on every platform, as it was received and as a review of such a decision. */
const every = platforms.flatMap((platform) =>
  decidable.flatMap((kind) => [[platform, kind, []] as const, [platform, kind, [review]] as const]),
);

function decide(platform: Platform, file: CaseFile, outcome: Outcome): string {
  const input = actSchemas.decide.parse({ outcome, ground: 'As written here.', reasons: 'As written.' });
  const work = { platform: rulesOf(platform), standing: standingOf(file), complainant: 'party:7', remedies: [] };
  try {
    const [decided] = planAct('decide', { file, items: [], letters: [], now, work }, input);
    return String(decided?.body['outcome']);
  } catch (error) {
    if (error instanceof Fault) return `${error.code} ${error.detail['field'] ?? ''}: ${error.message}`;
    throw error;
  }
}

describe('the outcomes of a case', () => {
  it.each(every)('on %s of the kind %s have words, a letter and a ground each', (platform, kind, links) => {
    const file = fileOf(kind, { platform, links: [...links] });
    const offered = outcomesOf(book, file);
    expect(offered.length).toBeGreaterThan(0);
    expect(new Set(offered).size).toBe(offered.length);
    const grounds = groundsOf(rulesOf(platform), kind);
    for (const outcome of offered) {
      expect([en.outcome[outcome], hi.outcome[outcome], labels.en.outcomes[outcome], labels.hi.outcomes[outcome]]).not.toContain(undefined);
      const template = letterFor(book, { ...file, outcome });
      for (const language of ['en', 'hi']) expect(JSON.parse(read(`${template}.${language}`)).id).toBe(template);
      expect([outcome, grounds.some((one) => one.outcomes.includes(outcome))]).toEqual([outcome, true]);
    }
  });

  it.each(every)('on %s of the kind %s are taken, and every other is refused by name', (platform, kind, links) => {
    const file = fileOf(kind, { platform, links: [...links], state: 'under-review', identity: 'verified' });
    const offered = outcomesOf(book, file);
    for (const outcome of outcomes.filter((one) => one !== 'void')) {
      const came = decide(platform, file, outcome);
      const readAs = book.workflows.find(({ kinds }) => kinds.includes(kind))?.readAs?.[outcome];
      if (offered.includes(outcome)) expect(came).toBe(outcome);
      else if (readAs && offered.includes(readAs)) expect(came).toBe(readAs);
      else expect(came).toMatch(new RegExp(`^bad-input .*${outcome} is no outcome of a (review|case of the kind ${kind})`));
    }
  });

  it.each(every)('on %s of the kind %s leave a way out, whichever was decided', (platform, kind, links) => {
    for (const outcome of outcomesOf(book, fileOf(kind, { links: [...links] }))) {
      const file = fileOf(kind, { platform, links: [...links], identity: 'verified', ...decisionOf(outcome) });
      const { act } = nextStep(kind, rulesOf(platform), standingOf(file)).next;
      expect([outcome, act]).not.toEqual([outcome, null]);
      const allowed: string[] = allowedActs({ file, items: [], letters: [], now });
      expect(allowed).toContain(act === 'letter' || act === 'package' ? 'dispatch' : act);
      expect(allowed).toContain('reopen');
    }
  });

  const ofKind = (kind: CaseKind) => outcomesOf(book, fileOf(kind));

  it('say of a request whether it was granted, of a complaint whether it was justified, of an order whether it was obeyed', () => {
    expect(ofKind('access')).toEqual(['complied', 'partly-complied', 'refused', 'not-held', 'redirected', 'withdrawn', 'duplicate']);
    expect(ofKind('content')).toContain('upheld');
    expect(ofKind('content')).not.toContain('complied');
    expect(ofKind('removal-order')).toEqual(expect.arrayContaining(['complied', 'partly-complied', 'refused', 'referred', 'challenged']));
    expect(ofKind('emergency-request')).not.toContain('challenged');
    expect(ofKind('appeal-reply')).not.toContain('vexatious');
    for (const kind of decidable) expect(ofKind(kind)).not.toContain('void');
  });

  it('of a review of a request can also end it otherwise; those of an order or a duty cannot', () => {
    expect(outcomesOf(book, fileOf('content', { links: [review] }))).toContain('withdrawn');
    expect(outcomesOf(book, fileOf('removal-order', { links: [review] }))).toEqual(['refused', 'overturned', 'varied']);
  });
});

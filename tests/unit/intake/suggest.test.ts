import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSuggestions, suggestKinds } from '../../../src-main/intake/rules.ts';
import { factsOfKind } from '../../../src-renderer/case/facts-of-kind.ts';

const book = readSuggestions(readFileSync(new URL('../../../resources/intake/suggestions.json', import.meta.url), 'utf8'));
const kindsOf = (text: string, subject = '') => suggestKinds(book, { subject, text }).map(({ kind }) => kind);

describe('what a complaint may be', () => {
  it.each([
    ['Somebody put up a morphed picture of me', 'content'],
    ['मेरी निजी तस्वीरें हटाइए', 'content'],
    ['I want a copy of my data please', 'access'],
    ['कृपया मेरा डेटा मिटाइए', 'erasure'],
    ['Please delete my account.', 'delete-account'],
    ['I can’t log in since Monday', 'account'],
    ['Notice under Section 94 BNSS: furnish the details', 'information-order'],
    ['Intimation under section 79(3)(b) read with rule 3(1)(d)', 'removal-order'],
    ['I withdraw my consent', 'withdraw-consent'],
    ['On behalf of my client I send this legal notice', 'private-legal-notice'],
  ])('%s: %s first', (text, kind) => expect(kindsOf(text)[0]).toBe(kind));

  it('names what hours count for before all else, with the words that say so', () => {
    const [first, second] = suggestKinds(book, { subject: 'Fake profile', text: 'A fake account in my name shows MORPHED photos.' });
    expect(first).toMatchObject({ isUrgent: true, facts: { intimate: true }, phrases: ['morphed'] });
    expect(second).toMatchObject({
      kind: 'content',
      facts: { category: 'impersonation' },
      phrases: ['fake profile', 'fake account', 'in my name'],
    });
  });

  it('takes whole words: a part of another word says nothing', () => {
    expect(kindsOf('The nakedly commercial offer')).toEqual([]);
    expect(kindsOf('An impersonator')).toEqual(['content']);
    expect(kindsOf('refundable deposits')).toEqual([]);
  });

  it('says nothing where no word of it is known', () => {
    expect(kindsOf('Good morning')).toEqual([]);
    expect(kindsOf('')).toEqual([]);
  });

  it('never says more than three, nor a phrase that is not in the text', () => {
    const phrases = book.suggestions.flatMap((one) => one.phrases.map((phrase) => phrase.replace('*', '')));
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...phrases), fc.string()), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const found = suggestKinds(book, { subject: '', text });
        expect(found.length).toBeLessThanOrEqual(3);
        for (const { phrases: said } of found)
          for (const phrase of said) expect(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')).toContain(phrase);
      }),
    );
  });
});

describe('the file of suggestions', () => {
  it('holds phrases as they are compared: small letters, composed, one space between words', () => {
    const phrases = book.suggestions.flatMap((one) => one.phrases);
    expect(phrases.filter((phrase) => phrase !== phrase.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '))).toEqual([]);
  });

  it('gives a kind no facts that are not asked of it', () => {
    for (const { kind, facts } of book.suggestions)
      expect([kind, Object.keys(facts ?? {}).filter((name) => !factsOfKind(kind).includes(name as never))]).toEqual([kind, []]);
  });

  it('is refused by line and field where it is wrong', () => {
    expect(() => readSuggestions('{"format":1,"version":"1","suggestions":[{"kind":"wish","phrases":["please"]}]}')).toThrow(/kind/);
    expect(() => readSuggestions('{"format":2,"version":"1","suggestions":[]}')).toThrow(/format 2/);
  });
});

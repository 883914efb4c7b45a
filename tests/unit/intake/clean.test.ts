import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forbiddenCharacter } from '../../../src-main/cases/contract.ts';
import { cleanLine, cleanText, cutAtCharacter, mendWrongLabel } from '../../../src-main/intake/mail/clean.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const asLatin = (text: string, charset: string) => new TextDecoder(charset).decode(Buffer.from(text, 'utf8'));

describe('cleaning', () => {
  it('makes every text one that the case file accepts', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = cleanText(raw);
        expect(forbiddenCharacter(text, true)).toBeNull();
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('makes every line one that the case file accepts, within its length', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (raw, longest) => {
        const { text } = cleanLine(raw, longest);
        expect(forbiddenCharacter(text, false)).toBeNull();
        expect(text.isWellFormed()).toBe(true);
        expect(text.length).toBeLessThanOrEqual(longest);
        expect(text).toBe(text.trim());
      }),
    );
  });

  it('counts what it takes out and keeps tabs and line ends of a text', () => {
    expect(cleanText('a\u0000b\r\nc\td\u0085\u001b[0m')).toEqual({ text: 'ab\nc\td[0m', removed: 3 });
  });

  it('puts a space where a line held line ends, and drops direction marks', () => {
    expect(cleanLine('one\r\nBcc: two\u202Ethree', 300)).toEqual({ text: 'one Bcc: twothree', removed: 3 });
  });

  it('keeps the joiners of Hindi words', () => {
    expect(cleanLine('क्\u200dष क्\u200cष', 300).text).toBe('क्\u200dष क्\u200cष');
  });
});

describe('cutting a text', () => {
  it('leaves a short one alone', () => {
    expect(cutAtCharacter('नमस्ते', 100)).toBe('नमस्ते');
  });

  it.each([
    ['a Hindi syllable', 'नमस्ते', 5, 'नम'],
    ['a family of four', 'a👨‍👩‍👧‍👦b', 5, 'a'],
    ['a flag', 'ab🇮🇳', 4, 'ab'],
    ['an accent', 'cafe\u0301', 4, 'caf'],
    ['a character of two units', 'a😀', 2, 'a'],
  ])('does not split %s', (_what, text, limit, cut) => {
    expect(cutAtCharacter(text, limit)).toBe(cut);
  });

  it('still cuts where one character never ends', () => {
    const endless = `x${'\u0301'.repeat(5_000)}`;
    expect(cutAtCharacter(endless, 1_000)).toHaveLength(1_000);
  });

  it('gives a well-formed beginning within the limit', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 900 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 700 }), (text, limit) => {
        const cut = cutAtCharacter(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

describe('mending a wrong label', () => {
  it.each(['windows-1252', 'iso-8859-1'])('brings back Hindi that was labelled %s', (charset) => {
    const meant = 'मेरी पोस्ट हटा दी गई।\nPlain line';
    expect(mendWrongLabel(asLatin(meant, charset))).toEqual({ text: meant, mended: 1 });
  });

  it('leaves honest windows-1252 alone', () => {
    const honest = 'Grüße aus Köln – “déjà vu” costs 5 €';
    expect(mendWrongLabel(honest)).toEqual({ text: honest, mended: 0 });
  });

  it('leaves text of other scripts alone', () => {
    const hindi = 'नमस्ते Ã©';
    expect(mendWrongLabel(hindi)).toEqual({ text: hindi, mended: 0 });
  });

  it('brings back any line of Indian or accented text', () => {
    const letters = fc.constantFrom(...'कखगघमनसिीुूे्ंঅআকখகஙతదಕमé€ü¿');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 60 }), (word) => {
        const meant = `${word.join('')}क`;
        expect(mendWrongLabel(asLatin(meant, 'windows-1252')).text).toBe(meant);
      }),
    );
  });
});

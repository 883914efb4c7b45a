import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierSections, usualSections } from '../../../src-main/reports/contract.ts';
import { entryWords } from '../../../src-main/reports/rules/words/entries.ts';
import { names } from '../../../src-main/reports/rules/words/names.ts';
import { hiderFor, initials } from '../../../src-main/reports/rules.ts';
import { en } from '../../../src-renderer/app/i18n/en/index.ts';
import { hi } from '../../../src-renderer/app/i18n/hi/index.ts';

const hide = hiderFor({
  names: ['A. Inventado', 'आशा उदाहरण'],
  contacts: ['a.inventado@mail.example', '98765 43210', '@an_invented'],
  places: ['12 Sample Road, Sampletown'],
});

describe('a masked report', () => {
  it.each([
    ['A. Inventado wrote to us.', 'A… I… wrote to us.'],
    ['Mr INVENTADO, and inventado again', 'Mr I…, and i… again'],
    ['आशा उदाहरण की शिकायत', 'आ… उ… की शिकायत'],
    ['Write to a.inventado@mail.example.', 'Write to a…@mail.example.'],
    ['somebody.else@other.example also knows', 's…@other.example also knows'],
    ['Call 98765 43210 or +91 9123456780 today', 'Call XXXXXX3210 or XXXXXXXXX6780 today'],
    ['Lives at 12 Sample Road, Sampletown.', 'Lives at […].'],
    ['She is @an_invented there', 'She is XXXXXXXXnted there'],
  ])('says %j as %j', (text, shown) => {
    expect(hide(text)).toBe(shown);
  });

  it('leaves words alone that only hold a name', () => {
    expect(hide('Inventados are inventing.')).toBe('Inventados are inventing.');
    expect(hide('Order 9876543210987 of 2026')).toBe('Order 9876543210987 of 2026');
  });

  it('never shows a known name or address again, wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A. Inventado', 'a.inventado@mail.example', 'the', '12', 'उदाहरण', '98765 43210')), (words) => {
        const text = hide(words.join(' '));
        expect(text).not.toMatch(/Inventado|a\.inventado@|उदाहरण|98765/);
      }),
    );
  });

  it('keeps of a name its first signs', () => {
    expect(initials('A. B. Invented-Name')).toBe('A… B… I…');
  });
});

describe('the words of a report', () => {
  it('call an entry what the window calls it', () => {
    for (const [kind, word] of Object.entries(entryWords.en))
      expect([kind, (en.entry as never)[kind.replaceAll('.', '_')]]).toEqual([kind, word]);
    for (const [kind, word] of Object.entries(entryWords.hi))
      expect([kind, (hi.entry as never)[kind.replaceAll('.', '_')]]).toEqual([kind, word]);
  });

  it('call fixed words of a case what the window calls them', () => {
    for (const [language, shown] of Object.entries({ en, hi })) {
      const { words, act, identity, work } = shown;
      const { template, mode, link, receivedFrom } = words;
      const { method, document } = identity;
      const codes = { delay: act['explain-delay'].codes, pause: act['pause-target'].codes };
      expect(names[language as 'en']).toEqual({ template, mode, link, receivedFrom, method, document, sort: work.sort, ...codes });
    }
  });

  it('name every section of the window and of the documentation', () => {
    expect(Object.keys(en.report.section)).toEqual([...dossierSections]);
    const told = readFileSync('docs/case-report.md', 'utf8');
    expect(dossierSections.filter((section) => !told.includes(`\`${section}\``))).toEqual([]);
  });

  it('leave notes and the files themselves out unless they are asked for', () => {
    expect(dossierSections.filter((section) => !usualSections.includes(section))).toEqual(['files', 'notes', 'privileged-notes']);
  });
});

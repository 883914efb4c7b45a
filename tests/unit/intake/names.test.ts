import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName, uniqueName } from '../../../src-main/intake/mail/names.ts';

describe('the name of an attachment', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['समन 000-2026.pdf', 'समन 000-2026.pdf'],
    ['../../evil.txt', 'evil.txt'],
    ['C:\\Windows\\notes.txt', 'notes.txt'],
    ['/etc/passwd', 'passwd'],
    ['a<b>:"c"|?*.txt', 'a_b___c____.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1.log', '_com1.log'],
    ['console.txt', 'console.txt'],
    ['  .hidden. ', 'hidden'],
    ['scan\u0000\n.png', 'scan.png'],
    ['..', 'fallback.bin'],
    ['', 'fallback.bin'],
    [null, 'fallback.bin'],
  ])('becomes safe: %j is kept as %j', (given, safe) => {
    expect(safeFileName(given, 'fallback.bin').name).toBe(safe);
  });

  it('loses the marks that turn it round, and the officer is told', () => {
    const { name, problems } = safeFileName('invoice\u202efdp.exe', 'x');
    expect(name).toBe('invoicefdp.exe');
    expect(problems.join(' ')).toMatch(/reverse the reading direction/);
    expect(problems.join(' ')).toMatch(/program/);
  });

  it('is reported when it disguises a program as a document', () => {
    expect(safeFileName('invoice.pdf.exe', 'x').problems.join(' ')).toMatch(/disguised as a document/);
    expect(safeFileName('invoice.pdf      .scr', 'x').problems.join(' ')).toMatch(/disguised as a document/);
  });

  it('is not reported when it is an ordinary one', () => {
    expect(safeFileName('annual.report.2026.pdf', 'x').problems).toEqual([]);
  });

  it('keeps its ending when it is cut', () => {
    const { name } = safeFileName(`${'क'.repeat(400)}.pdf`, 'x');
    expect(name.endsWith('.pdf')).toBe(true);
    expect(name.length).toBeLessThanOrEqual(120);
  });

  it('is safe whatever the message says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const { name } = safeFileName(given, 'attachment 1.bin');
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u);
        expect(name).not.toMatch(/^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.isWellFormed()).toBe(true);
        expect(name.length).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('is numbered when another attachment has it, in letters of either case', () => {
    const taken = new Set<string>();
    expect(['a.png', 'A.PNG', 'a.png', 'b', 'b'].map((name) => uniqueName(name, taken))).toEqual([
      'a.png',
      'A (2).PNG',
      'a (3).png',
      'b',
      'b (2)',
    ]);
  });
});

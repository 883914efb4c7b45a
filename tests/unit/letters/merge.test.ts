import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LetterFields, type LetterModel, type LetterTemplate, letterModelSchema } from '../../../src-main/letters/contract.ts';
import { mergeLetter, withRecord } from '../../../src-main/letters/rules/merge.ts';
import { letterText } from '../../../src-main/letters/rules/text.ts';
import { sampleFields, sampleTemplate } from './letter-samples.ts';

function merged(paragraphs: LetterTemplate['paragraphs'], changes: Partial<LetterFields> = {}): LetterModel {
  const result = mergeLetter(sampleTemplate(paragraphs), sampleFields(changes));
  if (!('model' in result)) throw new Error(`missing: ${result.missing.map(({ field }) => field).join()}`);
  return result.model;
}

describe('merging a letter', () => {
  it('puts values where the template names them and begins as a draft', () => {
    const model = merged([{ kind: 'text', text: 'By {{nextDue}} under {{ruleCite}}.' }], { remedy: [] });
    expect(model.body).toEqual([{ kind: 'paragraph', text: 'By 27-11-2026 23:59 IST under IT Rules 2021, rule 3(2)(a)(i).' }]);
    expect(model.record).toEqual({ draft: true });
    expect(model.subject).toBe('About Photograph used without permission');
    expect(model.title).toBe('About Photograph used without permission (COC-2026-000123-5)');
    expect(letterModelSchema.parse(model)).toEqual(model);
  });

  it('never reads a value again, whatever it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom('{{ticket}}', '{{nextDue', '}}', '$&', '$1', '{{unknown}}', '\\n', '<b>'), fc.string(), (part, rest) => {
        const reasons = `x${part}${rest}x`.replace(/\s+/g, ' ').normalize('NFC');
        fc.pre(!/\p{Cc}|\p{Cs}/u.test(reasons));
        expect(merged([{ kind: 'text', text: '{{reasons}}' }], { reasons, remedy: [] }).body).toEqual([
          { kind: 'paragraph', text: reasons },
        ]);
      }),
    );
  });

  it('begins a new paragraph at a blank line of a value and keeps single line ends', () => {
    const { body } = merged([{ kind: 'text', text: '{{reasons}}' }], { reasons: 'one\ntwo\n \n\nthree', remedy: [] });
    expect(body).toEqual([
      { kind: 'paragraph', text: 'one\ntwo' },
      { kind: 'paragraph', text: 'three' },
    ]);
  });

  it('prints a paragraph only under its condition', () => {
    const paragraphs: LetterTemplate['paragraphs'] = [
      { kind: 'text', text: 'with {{clause}}', when: ['clause'] },
      { kind: 'text', text: 'without', unless: ['clause'] },
    ];
    expect(letterText(merged(paragraphs, { clause: 'clause 4' }))).toContain('with clause 4');
    expect(letterText(merged(paragraphs, { clause: undefined }))).toMatch(/^without$/m);
    expect(letterText(merged(paragraphs, { clause: '  ' }))).toMatch(/^without$/m);
  });

  it('lists every field that is missing by the name a person uses', () => {
    const template = sampleTemplate([{ kind: 'text', text: '{{reasons}} {{clause}} {{reasons}}' }, { kind: 'items' }]);
    const result = mergeLetter(
      template,
      sampleFields({ reasons: undefined, clause: '', officer: {}, letterhead: { name: 'X', lines: [] } }),
    );
    expect(result).toEqual({
      missing: [
        { field: 'officerName', label: "the officer's name" },
        { field: 'officerEmail', label: "the officer's e-mail address" },
        { field: 'reasons', label: 'the reasons' },
        { field: 'clause', label: 'the clause of the policy' },
        { field: 'items', label: 'the items and what was done with them' },
      ],
    });
  });

  it('names missing fields in the language of the letter', () => {
    const template = sampleTemplate([{ kind: 'text', text: '{{reasons}}' }], { language: 'hi' });
    expect(mergeLetter(template, sampleFields({ reasons: undefined }))).toEqual({ missing: [{ field: 'reasons', label: 'निर्णय के कारण' }] });
  });

  it('refuses a template with an unknown field', () => {
    expect(() => mergeLetter(sampleTemplate([{ kind: 'text', text: '{{password}}' }]), sampleFields())).toThrow(
      /sample\.en\.paragraphs\.0.*password/,
    );
  });

  it('prints the remedies also where the template leaves them out', () => {
    const remedy = ['You may appeal.', 'You may go to court.'];
    const last = merged([{ kind: 'text', text: 'Goodbye.' }], { remedy }).body.slice(-2);
    expect(last.map((block) => block.kind === 'paragraph' && block.text)).toEqual(remedy);
    const placed = merged(
      [
        { kind: 'remedy', when: ['remedy'] },
        { kind: 'text', text: 'Goodbye.' },
      ],
      { remedy },
    ).body;
    expect(placed.map((block) => block.kind === 'paragraph' && block.text)).toEqual([...remedy, 'Goodbye.']);
    const hidden = merged([{ kind: 'remedy', unless: ['ticket'] }], { remedy }).body;
    expect(hidden).toHaveLength(2);
  });

  it('makes a table of the items, with the time of the action where one is known', () => {
    const items = [
      { type: 'Link', value: 'https://a.example/1', action: 'Removed', at: '21-11-2026 10:05 IST' },
      { value: '@b', action: 'Suspended' },
    ];
    expect(merged([{ kind: 'items' }], { items, remedy: [] }).body).toMatchObject([
      {
        kind: 'table',
        rows: [
          ['1', 'Link: https://a.example/1', 'Removed', '21-11-2026 10:05 IST'],
          ['2', '@b', 'Suspended', ''],
        ],
      },
    ]);
    expect(merged([{ kind: 'items' }], { items: items.slice(1), remedy: [] }).body).toMatchObject([
      { columns: [{ label: 'No.' }, { label: 'Item' }, { label: 'Action' }], rows: [['1', '@b', 'Suspended']] },
    ]);
  });

  it('addresses a person without a name as the complainant', () => {
    expect(merged([], { complainant: {} }).addressee).toEqual(['The complainant']);
    expect(merged([]).addressee).toEqual(['B. Specimen', 'House 4, Specimen Nagar', 'Varanasi 221001']);
  });

  it('addresses the parent or guardian of a child', () => {
    expect(merged([], { complainant: { name: 'C. Sample$&', isChild: true } }).addressee[0]).toBe('The parent or guardian of C. Sample$&');
    expect(merged([], { complainant: { isChild: true } }).addressee).toEqual(['The parent or guardian of The complainant']);
  });

  it('signs with the address of the letterhead and the office where the officer has none of her own', () => {
    const own = { name: 'A. Example', designation: 'Deputy', phone: '+91 00000 00000', address: 'Plot 9\nPune' };
    expect(merged([], { officer: own }).signature).toEqual({
      name: 'A. Example',
      designation: 'Deputy, Example Platform',
      lines: ['Phone: +91 00000 00000', 'Address: Plot 9, Pune'],
    });
    expect(merged([], { officer: { name: 'A. Example' } }).signature).toEqual({
      name: 'A. Example',
      designation: 'Grievance Officer, Example Platform',
      lines: ['Address: Example Technologies Private Limited, Plot 12, Example Road'],
    });
  });

  it('brings all text to NFC', () => {
    const model = merged([{ kind: 'text', text: '{{reasons}}' }], { reasons: 'cafe\u0301 \u0958', complainant: { name: 'Rene\u0301' } });
    expect(letterText(model)).toContain('café \u0915\u093c');
    expect(model.addressee[0]).toBe('René');
  });

  it('changes nothing but the foot when it is sealed', () => {
    const draft = merged([{ kind: 'text', text: 'x' }]);
    const sealed = withRecord(draft, { draft: false, line: 'Record 7 · AAAA', qr: 'checkpoint' });
    expect({ ...sealed, record: draft.record }).toEqual(draft);
    expect(draft.record).toEqual({ draft: true });
  });
});

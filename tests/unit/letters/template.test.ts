import { describe, expect, it } from 'vitest';
import { fieldsUsed, parseTemplate, parseTemplateText } from '../../../src-main/letters/rules/template.ts';
import { sampleTemplate } from './letter-samples.ts';

describe('template text', () => {
  it('falls apart into words and fields', () => {
    expect(parseTemplateText('By {{ nextDue }}, {{ticket}}.', 'x')).toEqual([
      { words: 'By ' },
      { field: 'nextDue' },
      { words: ', ' },
      { field: 'ticket' },
      { words: '.' },
    ]);
  });

  it.each(['{{nextdue}}', '{{officer.name}}', '{{}}', '{{constructor}}', '{{#if nextDue}}', '{{items}}'])(
    'refuses the unknown field %s',
    (text) => {
      expect(() => parseTemplateText(text, 'sample.en.paragraphs.0')).toThrow(
        /^sample\.en\.paragraphs\.0: .*is not a field that letters know$/,
      );
    },
  );

  it.each(['{{nextDue}', 'nextDue}}', '{{{ticket}}}', 'a {{ b'])('refuses braces that belong to no field in %s', (text) => {
    expect(() => parseTemplateText(text, 'x')).toThrow(/belongs to no field/);
  });
});

describe('templates', () => {
  it('name every field they use once', () => {
    const template = sampleTemplate([
      { kind: 'text', text: '{{ticket}} {{subject}}' },
      { kind: 'facts', rows: [{ label: 'Due', text: '{{nextDue}}' }] },
      { kind: 'items' },
    ]);
    expect(fieldsUsed(template)).toEqual(['subject', 'ticket', 'nextDue', 'items']);
  });

  it('are refused when their list of fields does not agree with their text', () => {
    const paragraphs = [{ kind: 'text' as const, text: '{{ticket}}' }];
    expect(() => parseTemplate(sampleTemplate(paragraphs, { fields: ['subject'] }))).toThrow(/sample\.en\.fields: .*ticket/);
    expect(() => parseTemplate(sampleTemplate(paragraphs, { fields: ['subject', 'ticket', 'clause'] }))).toThrow(/clause/);
    expect(parseTemplate(sampleTemplate(paragraphs, { fields: ['subject', 'ticket'] })).id).toBe('sample');
  });

  it('are refused with the place of what is wrong', () => {
    expect(() => parseTemplate({ ...sampleTemplate([{ kind: 'text', text: 'x' }]), language: 'fr' })).toThrow(/^template\.language: /);
    expect(() => parseTemplate(sampleTemplate([]))).toThrow(/^template\.paragraphs: /);
  });
});

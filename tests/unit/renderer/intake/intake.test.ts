import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCaseSchema } from '../../../../src-main/cases/contract.ts';
import { readItems } from '../../../../src-renderer/intake/items-text.ts';
import { sortFiles } from '../../../../src-renderer/intake/mail-files.ts';
import { isLate, lettersIn, newCaseOf, type Typed } from '../../../../src-renderer/intake/new-case.ts';
import { factsOfUrgency, kindOfUrgency, urgencies } from '../../../../src-renderer/intake/urgency.ts';

const now = Date.parse('2026-11-21T09:02:10.000Z');
const typed: Typed = {
  urgency: '',
  platform: 'cocial',
  kind: 'content',
  receivedAt: '21-11-2026 14:30',
  lateReason: '',
  channel: 'email',
  name: '',
  email: '',
  phone: '',
  language: '',
  subject: 'Altered picture',
  text: '',
  items: '',
};

describe('whether the person is under 18', () => {
  it('is sent as it was answered, and only where a person brings her own matter', () => {
    expect(newCaseOf({ ...typed, minor: true }, now).facts).toEqual({ minor: true });
    expect(newCaseOf({ ...typed, minor: false, urgency: 'no' }, now).facts).toEqual({ intimate: false, minor: false });
    expect(newCaseOf(typed, now).facts).toBeUndefined();
    expect(newCaseOf({ ...typed, kind: 'removal-order', minor: true }, now).facts).toBeUndefined();
  });
});

describe('a suggestion that was taken', () => {
  it('brings what it says beside the kind, as far as it belongs to the kind; the first question goes before it', () => {
    const taken: Typed = { ...typed, suggested: { removalSought: true, category: 'impersonation' } };
    expect(newCaseOf(taken, now).facts).toEqual({ removalSought: true, category: 'impersonation' });
    expect(newCaseOf({ ...taken, kind: 'access' }, now).facts).toBeUndefined();
    expect(newCaseOf({ ...taken, urgency: 'intimate' }, now).facts).toMatchObject({ category: 'obscene-or-invasive' });
  });
});

describe('pasted items', () => {
  it('are parted by lines, spaces and commas, each once, without the marks of a mail', () => {
    const text = '<https://a.example/1>\nhttps://a.example/2, https://a.example/1.\n\n@copycat; 12345';
    expect(readItems(text)).toEqual({
      items: [
        { type: 'url', value: 'https://a.example/1' },
        { type: 'url', value: 'https://a.example/2' },
        { type: 'account', value: '@copycat' },
        { type: 'post', value: '12345' },
      ],
      repeated: 1,
    });
  });

  it('keep the words of a description together', () => {
    expect(readItems('post of 12 March about me\nhttps://a.example/1 https://a.example/2').items.map((item) => item.value)).toEqual([
      'post of 12 March about me',
      'https://a.example/1',
      'https://a.example/2',
    ]);
  });

  it('are none where nothing is written', () => {
    expect(readItems(' \n \t')).toEqual({ items: [], repeated: 0 });
  });

  it('never hold an empty one, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { items } = readItems(text);
        expect(items.every(({ value }) => value.length > 0)).toBe(true);
        expect(new Set(items.map(({ value }) => value)).size).toBe(items.length);
      }),
    );
  });
});

describe('the first question', () => {
  it('sets the facts that bring the short clocks', () => {
    expect(factsOfUrgency('intimate')).toMatchObject({ intimate: true, removalSought: true });
    expect(factsOfUrgency('child')).toMatchObject({ sexualAndChild: true });
    expect(factsOfUrgency('no')).toEqual({ intimate: false });
    expect(factsOfUrgency('')).toEqual({});
  });

  it('makes an urgent matter one of content, unless a person has said what it is', () => {
    expect(kindOfUrgency('intimate', 'unsorted')).toBe('content');
    expect(kindOfUrgency('intimate', 'removal-order')).toBe('removal-order');
    expect(kindOfUrgency('no', 'unsorted')).toBe('unsorted');
  });
});

describe('the sheet as it is sent', () => {
  it('leaves out what is empty', () => {
    expect(newCaseOf(typed, now)).toEqual({
      platform: 'cocial',
      kind: 'content',
      receivedAt: '2026-11-21T14:30:00+05:30',
      channel: 'email',
      complainant: { language: 'en' },
      subject: 'Altered picture',
    });
  });

  it('gives the reason of a late entry only where one is asked', () => {
    expect(isLate('21-11-2026 13:32', now)).toBe(true);
    expect(isLate('21-11-2026 13:33', now)).toBe(false);
    expect(newCaseOf({ ...typed, lateReason: 'Holiday' }, now)).not.toHaveProperty('lateReason');
    expect(newCaseOf({ ...typed, receivedAt: '20-11-2026 10:00', lateReason: ' Holiday ' }, now)).toMatchObject({ lateReason: 'Holiday' });
  });

  it('writes letters in Hindi to whom wrote in Devanagari, unless another language is chosen', () => {
    expect(lettersIn({ language: '', subject: 'खाता', text: '', name: '' })).toBe('hi');
    expect(lettersIn({ language: '', subject: 'Account', text: '', name: '' })).toBe('en');
    expect(lettersIn({ language: 'en', subject: 'खाता', text: '', name: '' })).toBe('en');
  });

  it('is taken by the contract for every answer to the first question', () => {
    for (const urgency of ['', ...urgencies] as const) {
      const sent = newCaseOf({ ...typed, urgency, name: 'A. Example', email: 'a@mail.example', items: 'https://a.example/1' }, now);
      expect(newCaseSchema.safeParse(sent).success).toBe(true);
    }
  });
});

describe('dropped files', () => {
  it('are parted into mail and others by their names', () => {
    const files = ['a.eml', 'B.EML', 'inbox.mbox', 'notes.docx', 'eml'].map((name) => ({ name }));
    const { mail, others } = sortFiles(files);
    expect(mail.map(({ name }) => name)).toEqual(['a.eml', 'B.EML', 'inbox.mbox']);
    expect(others.map(({ name }) => name)).toEqual(['notes.docx', 'eml']);
  });
});

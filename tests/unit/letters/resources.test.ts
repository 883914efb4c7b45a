import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type caseKinds, governmentKinds, rightsKinds } from '../../../src-main/cases/contract.ts';
import { orderListFields, orderTextFields } from '../../../src-main/letters/contract/order-words.ts';
import { letterLanguages, shippedTemplates } from '../../../src-main/letters/contract.ts';
import { readLabels, readRemedies, readTemplate } from '../../../src-main/letters/resources.ts';
import { mergeLetter } from '../../../src-main/letters/rules/merge.ts';
import { remedyFor } from '../../../src-main/letters/rules/remedy.ts';
import { letterText } from '../../../src-main/letters/rules/text.ts';
import { lettersDir, sampleFields } from './letter-samples.ts';

const fields = sampleFields({
  items: [{ type: 'Link', value: 'https://a.example/1', action: 'Removed' }],
  missingDetails: ['Your full name'],
  systems: ['Account database: done on 02-11-2026'],
  clause: 'clause 4',
  lateReason: 'A technical fault.',
  replyBy: '24-11-2026',
  decisionDate: '21-11-2026',
  correctionReason: 'A slip of the pen.',
  corrections: ['Reasons: for “a” read “b”'],
  reviewedOn: '14-11-2026',
  reviewAskedAt: '20-11-2026 14:32 IST',
  reviewedTicket: 'COC-2026-000123-5',
  reviewedOutcome: 'Upheld',
  reviewResult: 'The earlier decision stands',
  reviewedByOther: 'By somebody else.',
  keepUntil: '31-01-2028',
  keepReason: 'It shows how such cases begin.',
  keepClause: 'storage, closing lines',
  erasedOn: '21-11-2026 12:00 IST',
  erased: ['COC-2026-000001-1: the whole file'],
  remaining: ['COC-2026-000002-3: a legal hold stands, until 31-12-2027'],
  appealNumber: 'GAC/2026/000',
  appealedTicket: 'COC-2026-000123-5',
  appealedReceivedAt: '20-11-2026 14:32 IST',
  order: Object.fromEntries(orderTextFields.map((name) => [name, `The ${name}`])),
  ...Object.fromEntries(orderListFields.map((name) => [name, [`One of ${name}`]])),
});

describe('shipped templates', () => {
  const all = shippedTemplates.flatMap((id) => letterLanguages.map((language) => ({ id, language })));

  it('are all there, in every language, and nothing else is', async () => {
    const names = all.map(({ id, language }) => `${id}.${language}.json`);
    expect((await readdir(lettersDir)).sort()).toEqual([...names, 'labels.json', 'remedies.json'].sort());
  });

  it.each(all)('$id in $language reads, merges and leaves no brace behind', async ({ id, language }) => {
    const template = await readTemplate(lettersDir, id, language);
    expect(template).toMatchObject({ id, language });
    const result = mergeLetter(template, fields);
    if (!('model' in result)) throw new Error(JSON.stringify(result.missing));
    const text = letterText(result.model);
    expect(text).not.toMatch(/[{}]/);
    expect(text).toContain('You may appeal.');
    expect(text).toContain('COC-2026-000123-5');
  });

  it.each(shippedTemplates)('%s says the same in both languages: same fields under the same conditions', async (id) => {
    const [english, hindi] = await Promise.all([readTemplate(lettersDir, id, 'en'), readTemplate(lettersDir, id, 'hi')]);
    const shape = (template: typeof english) => template.paragraphs.map(({ kind, when, unless }) => ({ kind, when, unless }));
    expect(shape(hindi)).toEqual(shape(english));
    expect([...hindi.fields].sort()).toEqual([...english.fields].sort());
  });

  it('are refused by name when they do not exist', async () => {
    await expect(readTemplate(lettersDir, 'love-letter', 'en')).rejects.toThrow(/love-letter\.en\.json/);
    await expect(readTemplate(lettersDir, '../../package', 'en')).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('labels', () => {
  it('name every kind, outcome and channel in Devanagari for Hindi', async () => {
    const { en, hi } = await readLabels(lettersDir);
    expect(Object.keys(hi.actions).sort()).toEqual(Object.keys(en.actions).sort());
    for (const label of Object.values(hi).flatMap((group) => Object.values(group))) expect(label).toMatch(/\p{Script=Devanagari}/u);
    for (const label of Object.values(en).flatMap((group) => Object.values(group))) expect(label).toMatch(/^[A-Za-z' -]+$/);
  });
});

describe('remedies', () => {
  const remedies = readRemedies(lettersDir);
  const idsOf = async (kind: (typeof caseKinds)[number], received: string) => {
    const data = await remedies;
    const texts = remedyFor(kind, received, 'en', data);
    return data.remedies.filter(({ text }) => texts.includes(text.en)).map(({ id }) => id);
  };

  it('tell of the Grievance Appellate Committee and the 30 days for grievances under the IT Rules', async () => {
    const [text] = remedyFor('content', '2026-11-20T09:00:00Z', 'en', await remedies);
    expect(text).toMatch(/rule 3A\(3\).*30 days/s);
    const [hindi] = remedyFor('content', '2026-11-20T09:00:00Z', 'hi', await remedies);
    expect(hindi).toMatch(/3A\(3\).*30 दिन/s);
  });

  it('tell of the Data Protection Board from the day the Act is in force, in Indian time', async () => {
    expect(await idsOf('erasure', '2027-05-12T18:29:59Z')).toEqual(['gac-appeal', 'courts']);
    expect(await idsOf('erasure', '2027-05-12T18:30:00Z')).toEqual(['gac-appeal', 'data-protection-board', 'courts']);
    expect(await idsOf('content', '2027-06-01T00:00:00Z')).toEqual(['gac-appeal', 'courts']);
  });

  it('tell a consumer of the consumer commission and the courts', async () => {
    expect(await idsOf('consumer', '2026-11-20T09:00:00Z')).toEqual(['consumer-commission', 'courts']);
  });

  it('name none of an appeal that did not exist yet', async () => {
    expect(await idsOf('account', '2022-10-27T18:29:59Z')).toEqual(['courts']);
    expect(await idsOf('account', '2022-10-27T18:30:00Z')).toEqual(['gac-appeal', 'courts']);
  });

  it('are there for every kind of request and for no order of Government', async () => {
    for (const kind of rightsKinds) expect((await idsOf(kind, '2026-11-20T09:00:00Z')).length, kind).toBeGreaterThan(0);
    const orders = governmentKinds.filter((kind) => kind !== 'private-legal-notice');
    for (const kind of orders) expect(await idsOf(kind, '2026-11-20T09:00:00Z'), kind).toEqual([]);
  });
});

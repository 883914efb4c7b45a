import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import { checkRulebook, readRulebook } from '../../../src-main/law/rules/read.ts';
import { rulebook, rulebookText } from './support.ts';

// id, who binds first, sense, number and unit, from, until, other first or last day, confidence: the figures counsel was given.
const figures = `
IT-ACK-24H intermediary max 24h 2021-02-25 - - C1
IT-RES-15D intermediary max 15d 2021-02-25 2026-02-19 - C1
IT-RES-7D intermediary max 7d 2026-02-20 - - C2
IT-FAST-72H intermediary max 72h 2022-10-28 2026-02-19 - M
IT-FAST-36H intermediary max 36h 2026-02-20 - - C2
IT-NCII-24H intermediary max 24h 2021-02-25 2026-02-19 - C1
IT-NCII-2H intermediary max 2h 2026-02-20 - - C2
IT-ORD-36H-a intermediary max 36h 2021-02-25 2025-11-14 - C2
IT-ORD-36H-b intermediary max 36h 2025-11-15 2026-02-19 - C2
IT-ORD-3H intermediary max 3h 2026-02-20 - - C2
IT-INFO-72H intermediary max 72h 2021-02-25 - - C2
IT-PRES-180D intermediary min 180d 2021-02-25 - - C2
IT-REG-180D intermediary min 180d 2021-02-25 - - C2
IT-NOTICE-1Y intermediary max 12m 2021-02-25 2026-02-19 - C2
IT-NOTICE-3M intermediary max 3m 2026-02-20 - - C2
IT-RULES-1Y intermediary max 12m 2021-02-25 - - M
GAC-APPEAL-30D complainant info 30d 2022-10-28 - - C2
GAC-RES-30D committee info 30d 2022-10-28 - - C2
SSMI-MCR significant max - 2021-05-26 - - C2
PUB-ACK-24H publisher max 24h 2021-02-25 - - C2
PUB-DEC-15D publisher max 15d 2021-02-25 - - C2
PUB-REC-60D publisher min 60d 2021-02-25 - - C2
PUB-INFO-30D publisher max 30d 2021-02-25 - - C2
SPDI-GRV-1M body-corporate max 1m 2011-04-11 2027-05-12 2027-05-13 C2
CERT-6H intermediary max 6h 2022-06-28 - - C2
CERT-LOG-180D intermediary min 180d 2022-06-28 - - C2
EC-ACK-48H e-commerce max 48h 2020-07-23 - - C2
EC-RES-1M e-commerce max 1m 2020-07-23 - - C2
EC-COPY e-commerce max - 2027-01-01 - - C2
BLK-HEAR-48H intermediary info 48h 2009-10-27 - - C1
BLK-ACK-2H intermediary max 2h 2009-10-27 - - M
INT-ACK-2H intermediary max 2h 2009-10-27 - - M
INT-LIST-15D intermediary max 15d 2009-10-27 - - C1
INT-DEST-2M intermediary max 2m 2009-10-27 - - M
DP-BR-NOW data-fiduciary max - 2027-05-13 - 2027-05-14 C1
DP-BR-72H data-fiduciary max 72h 2027-05-13 - 2027-05-14 C1
DP-GRV-90D data-fiduciary max 90d 2027-05-13 - 2027-05-14 C1
DP-48H third-schedule back 48h 2027-05-13 - 2027-05-14 C1
DP-RET-1Y data-fiduciary min 1y 2027-05-13 - 2027-05-14 C1
DP-LOG-1Y data-fiduciary min 1y 2027-05-13 - 2027-05-14 C2
DP-3Y third-schedule max 3y 2027-05-13 - 2027-05-14 C2
DP-CALL data-fiduciary max - 2027-05-13 - 2027-05-14 M
POCSO-RPT anyone max - 2012-11-14 - - C1
CR-36H intermediary max 36h 2013-03-14 - - M
OWN-DATE addressee max - - - - -
GAC-COMPLY intermediary max - 2022-10-28 - - M
IT-DIR intermediary max - 2021-02-25 - - C1
IT-SGI intermediary max - 2026-02-20 - - C2
SSMI-ORIG significant max - 2021-05-26 - - M
SSMI-TKT significant max - 2021-05-26 - - M
SSMI-NOT significant back - 2021-05-26 - - M
PUB-MCR publisher max - 2021-02-25 - - C2
SPDI-REV body-corporate max - 2011-04-11 2027-05-12 2027-05-13 M
SPDI-WD body-corporate max - 2011-04-11 2027-05-12 2027-05-13 M
BLK-ACT intermediary max - 2009-10-27 - - M
INT-60D intermediary info 60d 2009-10-27 - - M
DP-ACCESS data-fiduciary max - 2027-05-13 - 2027-05-14 C1
DP-CORR data-fiduciary max - 2027-05-13 - 2027-05-14 C1
DP-ERASE data-fiduciary max - 2027-05-13 - 2027-05-14 C1
DP-WD data-fiduciary max - 2027-05-13 - 2027-05-14 M
DP-NOM data-fiduciary max - 2027-05-13 - 2027-05-14 C1
DP-CHILD data-fiduciary back - 2027-05-13 - 2027-05-14 C1`
  .trim()
  .split('\n');

// Duties and periods without a clock of their own on a case, which letters and the duty calendar cite.
const alsoThere = `IT-INFO-24H-G IT-CERT IT-ACCESS IT-MECH IT-MISUSE SSMI-OFF SSMI-VER R7 PUB-ESC PUB-EMG-48H SPDI-DISC SPDI-ORD DP-NOTICE
DP-CONTACT DP-EXH DP-EX DP-BLOCK DP-INQ DP-APP-60D DP-SDF-12M BLK-EMG-48H BLK-7WD BLK-REV-2M BLK-REC BLK-CONF INT-REC INT-SECR INT-REV-2M
INT-DEST-6M INT-EMG CERT-INFO CERT-5Y EC-NCH`.split(/\s+/);

const byId = new Map(rulebook.rules.map((rule) => [rule.id, rule]));

describe('the shipped rulebook', () => {
  it.each(figures)('holds %s', (line) => {
    const rule = byId.get(line.split(' ')[0] ?? '');
    const other = rule?.alternatives.find((one) => one.type === 'in-force');
    const number = rule?.n === null ? '-' : `${rule?.n}${rule?.unit}`;
    const isDpdp = rule?.instrument.startsWith('DPDP') || rule?.instrument.startsWith('SPDI');
    const otherDay = isDpdp ? (other?.from ?? other?.until ?? '-') : '-';
    expect([rule?.id, rule?.who[0], rule?.sense, number, rule?.from ?? '-', rule?.until ?? '-', otherDay, rule?.confidence].join(' ')).toBe(
      line,
    );
  });

  it('holds every other duty of the law file and nothing else', () => {
    const known = [...figures.map((line) => line.split(' ')[0] ?? ''), ...alsoThere];
    expect([...byId.keys()].sort()).toEqual(known.sort());
  });

  it('cites, titles and words every rule in both languages', () => {
    for (const { id, cite, title, text } of rulebook.rules) {
      expect(`${id} ${cite}`).toMatch(/ (rules?|sections?|directions?|the direction|its own date|amendment)/);
      expect(title.hi, id).toMatch(/\p{Script=Devanagari}/u);
      expect(text.length, id).toBeGreaterThan(20);
    }
  });

  it("keeps the desk's targets apart from the law", () => {
    for (const { id, title } of rulebook.targets) {
      expect(id).toMatch(/^DESK-/);
      expect(title.hi).toMatch(/\p{Script=Devanagari}/u);
    }
  });
});

interface Draft {
  format: number;
  rules: Record<string, unknown>[];
  [key: string]: unknown;
}

function changed(edit: (book: Draft) => void): string {
  const book = JSON.parse(rulebookText) as Draft;
  edit(book);
  return JSON.stringify(book, null, 2);
}

function rule(book: Draft, id: string): Record<string, unknown> {
  const found = book.rules.find((one) => one['id'] === id);
  if (!found) throw new Error(`No rule ${id}.`);
  return found;
}

function problemsOf(edit: (book: Draft) => void) {
  return checkRulebook(changed(edit));
}

describe('a rulebook that cannot be used is refused, with the field and the rule named', () => {
  it('accepts the shipped one', () => {
    expect(checkRulebook(rulebookText)).toEqual([]);
  });

  it.each([
    {
      what: 'dates that overlap',
      id: 'IT-RES-7D',
      field: 'from',
      value: '2026-02-19',
      says: /overlaps: IT-RES-7D starts on 2026-02-19 and IT-RES-15D/,
    },
    {
      what: 'dates that leave a gap',
      id: 'IT-RES-7D',
      field: 'from',
      value: '2026-02-21',
      says: /leaves a gap: IT-RES-7D starts on 2026-02-21/,
    },
    { what: 'a second open version', id: 'IT-RES-15D', field: 'until', value: null, says: /overlaps/, at: 'IT-RES-7D' },
    { what: 'an unknown unit', id: 'IT-ACK-24H', field: 'unit', value: 'w', says: /IT-ACK-24H/ },
    { what: 'minutes as a unit of law', id: 'IT-ACK-24H', field: 'unit', value: 'min', says: /IT-ACK-24H/ },
    { what: 'a number without a unit', id: 'IT-ACK-24H', field: 'unit', value: null, says: /n and unit must both be given/ },
    { what: 'a missing citation', id: 'IT-ACK-24H', field: 'cite', value: undefined, says: /IT-ACK-24H/ },
    { what: 'an empty citation', id: 'IT-ACK-24H', field: 'cite', value: ' ', says: /IT-ACK-24H: is empty/ },
    { what: 'a day that does not exist', id: 'IT-ACK-24H', field: 'from', value: '2021-02-30', says: /not a date that exists/ },
    { what: 'an end before its start', id: 'SPDI-WD', field: 'until', value: '2001-01-01', says: /before it starts/ },
    { what: 'an unknown sense', id: 'IT-ACK-24H', field: 'sense', value: 'maybe', says: /IT-ACK-24H/ },
    { what: 'a fraction of an hour', id: 'IT-ACK-24H', field: 'n', value: 0.5, says: /whole number/ },
    { what: 'an event that no case knows', id: 'IT-ACK-24H', field: 'starts', value: ['opened'], says: /IT-ACK-24H/ },
    { what: 'an unlisted source', id: 'IT-ACK-24H', field: 'sources', value: ['S99'], says: /names the source S99/ },
    { what: 'a backwards limit in days', id: 'DP-48H', field: 'unit', value: 'd', says: /hours only/ },
    { what: 'a misspelt field', id: 'IT-ACK-24H', field: 'untill', value: null, says: /IT-ACK-24H/ },
  ])('$what', ({ id, field, value, says, at }) => {
    const problems = problemsOf((book) => {
      rule(book, id)[field] = value;
    });
    const index = rulebook.rules.findIndex((one) => one.id === (at ?? id));
    const found = problems.find((one) => one.field.startsWith(`rules.${index}.${at ? '' : field}`));
    expect(found?.message).toMatch(says);
    expect(found?.line).toBeGreaterThan(1);
  });

  it('names the line where the fault stands', () => {
    const text = rulebookText.replace('"cite": "rule 3A(3)"', '"cite": ""');
    const line = rulebookText.slice(0, rulebookText.indexOf('"cite": "rule 3A(3)"')).split('\n').length;
    expect(checkRulebook(text)).toMatchObject([{ line, message: 'GAC-APPEAL-30D: is empty' }]);
  });

  it('an unknown kind, fact or form of condition', () => {
    const applies = (value: unknown) =>
      problemsOf((book) => {
        rule(book, 'IT-ACK-24H')['appliesTo'] = [value];
      });
    expect(applies({ kinds: ['parking'] })[0]?.message).toContain('IT-ACK-24H');
    expect(applies({ kinds: ['account'], when: { fact: 'mood', is: 'bad' } })[0]?.message).toContain('is not a condition');
    expect(applies({ kinds: ['account'], when: { all: [{ fact: 'intimate', isnt: true }] } })[0]?.message).toContain('is not a condition');
  });

  it('a rule id used twice', () => {
    const problems = problemsOf((book) => {
      rule(book, 'IT-DIR')['id'] = 'IT-SGI';
    });
    expect(problems.map(({ message }) => message).join(' ')).toContain('IT-SGI: is used twice');
  });

  it('a format from the future, before anything else is read', () => {
    const problems = problemsOf((book) => {
      book.format = 2;
      book.rules = [];
    });
    expect(problems).toMatchObject([
      { field: 'format', message: 'rulebook-2026.11 has format 2; this version of Nivaran reads up to format 1' },
    ]);
  });

  it('a text that is not JSON, with the line', () => {
    const broken = rulebookText.replace('"intimationTest": {', '"intimationTest": ');
    const line = rulebookText.slice(0, rulebookText.indexOf('"intimationTest"')).split('\n').length;
    expect(checkRulebook(broken)).toMatchObject([{ field: '', message: 'is not JSON' }]);
    expect(checkRulebook(broken)[0]?.line).toBeGreaterThanOrEqual(line);
    expect(checkRulebook('')).toMatchObject([{ line: 1, message: 'is not JSON' }]);
  });

  it.each(['null', '[]', '"rulebook"', '{}'])('the JSON text %s', (text) => {
    expect(checkRulebook(text).length).toBeGreaterThan(0);
  });

  it('the fault carries every issue for the caller', () => {
    const text = changed((book) => {
      rule(book, 'IT-ACK-24H')['cite'] = '';
      rule(book, 'IT-DIR')['cite'] = '';
    });
    let fault: unknown;
    try {
      readRulebook(text);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(Fault);
    expect((fault as Fault).code).toBe('bad-input');
    expect((fault as Fault).detail.issues).toHaveLength(2);
    expect((fault as Fault).message).toMatch(
      /^The rulebook cannot be used: line \d+, rules\.0\.cite: IT-ACK-24H: is empty \(and 1 more\)\.$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { toldBy } from '../../../src-main/reports/rules/told.ts';

const told = (kind: string, body: Record<string, unknown>, language: 'en' | 'hi' = 'en') =>
  toldBy(kind, body, language).filter((one) => one !== null);

describe('an entry in the timeline of a case report', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['case.verdict', { valid: false }, ['not good on its face']],
    ['counsel.decided', { allow: true, counsel: 'C. Counsel' }, ['may be disclosed', 'C. Counsel']],
    ['sheet.sent', { to: 'Operations', items: 12 }, ['to: Operations', 'items: 12']],
    ['sheet.returned', { name: 'back.csv', taken: 11, open: 1 }, ['back.csv', 'taken: 11', 'open: 1']],
    ['disclosure.made', { recipient: 'Station X', category: 'logs', isSecret: true }, ['Station X', 'logs', 'its person may not be told']],
    ['appeal.ordered', { result: 'set-aside', text: 'Restore it.', order: null }, ['the decision is set aside', 'Restore it.']],
    [
      'appeal.recorded',
      { number: 'GAC/1', original: 'COC-2026-000001-1' },
      ['appeal: GAC/1', 'against the decision of: COC-2026-000001-1'],
    ],
    ['case.decision-corrected', { lines: [{ stood: '20-11', reads: '21-11' }] }, ['“20-11” should read “21-11”']],
    ['consent.answered', { answer: 'given', how: 'mail' }, ['agreed', 'mail']],
    ['case.noted', { text: 'never' }, []],
  ])('%s tells its content in words', (kind, body, lines) => {
    expect(told(kind, body)).toEqual(lines);
    expect(told(kind, body, 'hi')).toHaveLength(lines.length);
  });
});

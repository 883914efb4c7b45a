import { describe, expect, it } from 'vitest';
import { keysOfTopics } from '../../../../src-renderer/app/queries.ts';
import { readPreferences } from '../../../../src-renderer/app/stored-preferences.ts';
import { passPlainText } from '../../../../src-renderer/app/trusted-types.ts';

describe('topics of the desk', () => {
  it('make the queries of their cases and lists old', () => {
    expect(keysOfTopics(['case:COC-2026-000123-5'])).toEqual([['case', 'COC-2026-000123-5']]);
    expect(keysOfTopics(['queue'])).toEqual([['queue'], ['counts'], ['journal'], ['status']]);
    expect(keysOfTopics(['jobs'])).toEqual([['jobs']]);
  });

  it('ask each query once, and nothing for a topic nobody shows', () => {
    expect(keysOfTopics(['queue', 'status', 'queue', 'job:abc'])).toEqual([['queue'], ['counts'], ['journal'], ['status']]);
  });
});

describe('the policy for text on its way into markup', () => {
  it('passes rules of style and refuses every tag', () => {
    expect(passPlainText('.m_1{color:var(--n-text);margin:0 auto}')).toBe('.m_1{color:var(--n-text);margin:0 auto}');
    for (const text of ['<b>', '</style>', 'a > b', '<img src=x onerror=alert(1)>']) expect(passPlainText(text)).toBeNull();
  });
});

describe('stored preferences', () => {
  it('are taken where they are sound', () => {
    const body = { theme: 'dark', language: 'hi', splitPercent: 61, singleKeys: false };
    expect(readPreferences(body)).toEqual(body);
  });

  it('are left out where they are not', () => {
    expect(readPreferences({ theme: 'pink', language: 'fr', splitPercent: 3, singleKeys: 'no', more: 1 })).toEqual({});
    expect(readPreferences(null)).toEqual({});
    expect(readPreferences('dark')).toEqual({});
  });
});

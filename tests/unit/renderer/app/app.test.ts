import { describe, expect, it } from 'vitest';
import { keysOfTopics } from '../../../../src-renderer/app/queries.ts';
import { countToAnswer, requestOf } from '../../../../src-renderer/app/second-person.tsx';
import { readPreferences } from '../../../../src-renderer/app/stored-preferences.ts';
import { passPlainText } from '../../../../src-renderer/app/trusted-types.ts';

describe('topics of the desk', () => {
  it('make the queries of their cases and lists old', () => {
    expect(keysOfTopics(['case:COC-2026-000123-5'])).toEqual([['case', 'COC-2026-000123-5'], ['restricted'], ['journal']]);
    expect(keysOfTopics(['queue'])).toEqual([['queue'], ['counts'], ['status'], ['journal']]);
  });

  it('make the record old, whatever has changed, and the status where the record itself did', () => {
    expect(keysOfTopics(['journal'])).toEqual([['status'], ['journal']]);
    for (const topic of ['alarms', 'people-of-desk', 'approvals', 'law', 'people'])
      expect(keysOfTopics([topic])).toContainEqual(['journal']);
  });

  it('leave the record alone while a job goes on: what it writes has topics of its own', () => {
    expect(keysOfTopics(['jobs'])).toEqual([['jobs']]);
  });

  it('ask each query once, and nothing more for a topic nobody shows', () => {
    expect(keysOfTopics(['queue', 'status', 'queue', 'job:abc'])).toEqual([['queue'], ['counts'], ['status'], ['journal']]);
  });
});

describe('an act that waits for a second person', () => {
  it('is told from every other refusal by its request', () => {
    expect(requestOf({ code: 'refused', detail: { approval: 41 } })).toBe(41);
    expect(requestOf({ code: 'refused', detail: {} })).toBeNull();
    expect(requestOf({ code: 'refused', detail: { approval: '41' } })).toBeNull();
    expect(requestOf({ code: 'unexpected', detail: { approval: 41 } })).toBeNull();
  });

  it('is counted for who may answer it, not for who asked', () => {
    const asked = (state: string, isMine: boolean) => ({ state, isMine });
    expect(countToAnswer([asked('waits', false), asked('waits', true), asked('approved', false), asked('waits', false)])).toBe(2);
    expect(countToAnswer([])).toBe(0);
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

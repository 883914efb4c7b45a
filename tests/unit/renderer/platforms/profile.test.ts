import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gap, gaps, type Profile, profileSchema } from '../../../../src-main/platforms/contract.ts';
import { checklistOf, countBySeverity } from '../../../../src-renderer/platforms/checklist.ts';
import { differencesOf, pathsUp, sectionOf, valueAt, withValueAt } from '../../../../src-renderer/platforms/paths.ts';
import { type Spec, sectionNames, sections } from '../../../../src-renderer/platforms/spec.ts';

const folder = new URL('../../../../resources/platforms/', import.meta.url);
const profiles = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Profile);

/** Paths of a value that its spec has no field for. */
function unknownTo(spec: Spec, value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [];
  if (spec.as === 'list') return (value as unknown[]).flatMap((one, n) => unknownTo(spec.of, one, `${path}.${n}`));
  if (spec.as === 'group')
    return Object.entries(value).flatMap(([key, one]) => {
      const field = spec.fields[key];
      return field ? unknownTo(field, one, `${path}.${key}`) : [`${path}.${key}`];
    });
  if (spec.as === 'choice' && !spec.options.includes(String(value))) return [`${path}=${String(value)}`];
  return typeof value === 'object' && spec.as !== 'kinds' ? [path] : [];
}

describe('the form of a profile', () => {
  it('has a field for everything that the shipped profiles hold', () => {
    const unknown = profiles.flatMap((profile) => sectionNames.flatMap((name) => unknownTo(sections[name], profile[name], name)));
    expect(unknown).toEqual([]);
  });

  it('has a part for every part of the format but those that name the profile', () => {
    expect(Object.keys(profileSchema.shape).filter((key) => !(key in sections))).toEqual(['format', 'id', 'version', 'prefix']);
  });

  it('adds items that the format knows, once their texts are written', () => {
    const written = (value: unknown): unknown => {
      if (value === '') return 'x';
      if (Array.isArray(value)) return value.length === 0 ? ['access'] : value.map(written);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [key, key === 'from' ? '2026-01-01' : key === 'id' && one === '' ? 'x' : written(one)]),
      );
    };
    const [profile] = profiles;
    for (const name of sectionNames) {
      const spec: Spec = sections[name];
      if (spec.as !== 'list') continue;
      const edited = { ...profile, [name]: [written(spec.blank)] };
      expect([name, profileSchema.safeParse(edited).error?.issues ?? []]).toEqual([name, []]);
    }
  });
});

describe('a path of a profile', () => {
  const value = { holds: [{ text: 'a', clause: '1' }], address: null, n: 1 };

  it('reads and writes one place and leaves the rest as it is', () => {
    const next = withValueAt(value, 'holds.0.text', 'b');
    expect(valueAt(next, 'holds.0.text')).toBe('b');
    expect(value.holds[0]?.text).toBe('a');
    expect(next.address).toBe(value.address);
    expect(withValueAt(value, 'n', undefined)).toEqual({ holds: value.holds, address: null });
    expect(valueAt(value, 'address.pin')).toBeUndefined();
  });

  it('gives back what was written there, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (one) => {
        expect(valueAt(withValueAt(value, 'holds.0.text', one), 'holds.0.text')).toEqual(one);
      }),
    );
  });

  it('leads upwards to what a finding can be shown at', () => {
    expect(pathsUp('holds.0.text')).toEqual(['holds.0.text', 'holds.0', 'holds']);
    expect(sectionOf('holds.0.text')).toBe('holds');
  });
});

describe('what changed from one version to the next', () => {
  it('is told by place, with what is new and what is gone; the version’s number is none of it', () => {
    const before = { version: '1', officer: { name: null, email: 'a@example.com' }, notes: ['one', 'two'] };
    const after = { version: '2', officer: { name: 'O. Sample', email: 'b@example.com' }, notes: ['one'] };
    expect(differencesOf(before, after)).toEqual([
      { path: 'officer.name', before: null, after: 'O. Sample' },
      { path: 'officer.email', before: 'a@example.com', after: 'b@example.com' },
      { path: 'notes.1', before: 'two', after: null },
    ]);
    expect(differencesOf(after, after)).toEqual([]);
  });
});

describe('the checklist', () => {
  const found = (gap: Gap['gap'], severity: Gap['severity']): Gap => ({ gap, severity, number: 1, field: 'x', problem: 'p', fix: 'f' });

  it('holds all sixteen checks in the order of their numbers', () => {
    expect(checklistOf([]).map(({ gap }) => gap)).toEqual(gaps);
    expect(checklistOf([]).map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, n) => n + 1));
  });

  it('counts each check once, by the gravest thing it found', () => {
    expect(countBySeverity([found('children', 'error'), found('children', 'notice'), found('aadhaar', 'warning')])).toEqual({
      error: 1,
      warning: 1,
      notice: 0,
      passed: 14,
    });
  });
});

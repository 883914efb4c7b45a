import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { addCase, caseView } from '../../src-main/cases/index.ts';
import { pendingAdoptions } from '../../src-main/desk/adopted.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { reevaluate } from '../../src-main/law/index.ts';
import {
  checkEdited,
  listPlatforms,
  type Profile,
  profileHistory,
  profileText,
  profileVersion,
  readOfferedProfile,
  recordProfileExport,
  saveProfile,
} from '../../src-main/platforms/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { faultOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk({ served: ['cocial', 'nojoto'] });
});
afterEach(() => made.remove());

const profile = (id = 'cocial') => listPlatforms(made.desk).find((one) => one.id === id)?.profile as Profile;
const officer: Profile['officer'] = {
  title: 'Grievance Officer',
  isNamedInPolicy: true,
  name: 'O. Sample',
  email: 'grievance@cocial.example',
  phone: '+91 00000 00000',
  note: 'Entered by the organisation.',
  clause: null,
};
const save = (over: Partial<Profile>, reason = 'The organisation named its officer.') =>
  saveProfile(made.desk, { ...profile(), ...over }, reason);

describe('the platforms of a desk', () => {
  it('are listed with what their policies lack and how to mend it', () => {
    const list = listPlatforms(made.desk);
    expect(list.map(({ id }) => id)).toEqual(['cocial', 'nojoto']);
    for (const { gaps, hash } of list) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(gaps.length).toBeGreaterThan(0);
      for (const gap of gaps)
        expect(gap).toMatchObject({ number: expect.any(Number), problem: expect.any(String), fix: expect.any(String) });
    }
  });
});

describe('an edited profile', () => {
  it('is a new version with its reason, signed, and the old one is kept', () => {
    const before = profile();
    const isUnnamed = () => listPlatforms(made.desk)[0]?.gaps.some((one) => one.gap === 'officer-not-named');
    expect(isUnnamed()).toBe(true);
    const { platform, mustReevaluate } = save({ officer });
    expect(mustReevaluate).toBe(false);
    expect(platform).toMatchObject({ id: 'cocial', version: `${before.version}-2`, profile: { officer: { name: 'O. Sample' } } });
    expect(isUnnamed()).toBe(false);
    const history = profileHistory(made.desk, 'cocial');
    expect(history).toMatchObject([
      { version: `${before.version}-2`, isCurrent: true, reason: 'The organisation named its officer.', byName: 'O. Sample' },
      { version: before.version, isCurrent: false, reason: null },
    ]);
    expect(profileVersion(made.desk, history[1]?.hash ?? '')).toEqual(before);
    expect(pendingAdoptions(made.desk.db)).toEqual([]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('that changes what the platform is in law moves the clocks of its open cases, and of no other', async () => {
    const [mine, other] = ['cocial', 'nojoto'].map((platform) => addCase(made.desk, contentCase({ platform })).ref) as [string, string];
    const rules = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk)).clocks.map(({ rule }) => rule);
    const had = rules(mine).includes('PUB-ACK-24H');
    const classes = { ...profile().classes, publisher: { standing: had ? ('no' as const) : ('yes' as const) } };
    expect(save({ classes }, 'Counsel looked at it again.').mustReevaluate).toBe(true);
    expect(pendingAdoptions(made.desk.db)).toMatchObject([{ kind: 'profile', name: 'cocial' }]);
    const before = rules(other);
    expect(await reevaluate(made.desk)).toMatchObject({ checked: 2, moved: 1 });
    expect(rules(mine).includes('PUB-ACK-24H')).toBe(!had);
    expect(rules(other)).toEqual(before);
    expect(pendingAdoptions(made.desk.db)).toEqual([]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('is checked while it is edited, with the field of every problem', () => {
    const broken = { ...profile(), classes: {}, officer: { ...officer, mood: 'good' } };
    expect(checkEdited(made.desk, broken).problems.map(({ field }) => field)).toEqual(expect.arrayContaining(['officer.mood']));
    expect(checkEdited(made.desk, broken).gaps).toEqual([]);
    expect(checkEdited(made.desk, profile())).toMatchObject({ problems: [], gaps: expect.any(Array) });
    expect(checkEdited(made.desk, 'no profile').problems).toHaveLength(1);
    expect(faultOf(() => save({ officer: { ...officer, title: '' } })).detail['problems']).toMatchObject([
      { field: 'officer.title', line: expect.any(Number) },
    ]);
  });

  it.each([
    ['without a reason', { officer }, ' ', 'bad-input', /say why/],
    ['without a change', {}, 'why', 'bad-input', /in force already/],
    ['with other letters for its tickets', { prefix: 'XYZ' }, 'why', 'refused', /begin with COC/],
    ['of a platform this desk does not serve', { id: 'alokin' }, 'why', 'bad-input', /does not serve/],
    ['from the future', { format: 2 }, 'why', 'bad-input', /reads up to format 1/],
  ] as const)('%s is refused', (_what, over, reason, code, message) => {
    const head = made.desk.journal.head();
    expect(faultOf(() => save(over as Partial<Profile>, reason))).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(made.desk.journal.head()).toEqual(head);
  });
});

describe('a profile as a file', () => {
  it('leaves as it is in force, which the record says, and is read again as the same profile', () => {
    const { content, hash, version } = profileText(made.desk, 'cocial');
    recordProfileExport(made.desk, { name: 'cocial', hash, sha256: hash });
    expect(version).toBe(profile().version);
    expect(readOfferedProfile(made.desk, content)).toMatchObject({ profile: profile(), problems: [] });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('that cannot be used is named by line and field, and nothing is adopted', () => {
    const broken = profileText(made.desk, 'cocial').content.replace('"prefix": "COC"', '"prefix": "coc"');
    const { profile: read, problems } = readOfferedProfile(made.desk, broken);
    expect(read).toBeNull();
    expect(problems).toEqual([{ line: expect.any(Number), field: 'prefix', message: 'is not three capital letters' }]);
    expect(readOfferedProfile(made.desk, 'no JSON').problems[0]?.message).toBe('is not JSON');
    expect(profileHistory(made.desk, 'cocial')).toHaveLength(1);
  });
});

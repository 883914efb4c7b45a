import { describe, expect, it } from 'vitest';
import { caseKinds, type Platform, platforms } from '../../../src-main/cases/contract.ts';
import { legalClasses } from '../../../src-main/law/contract.ts';
import { checkProfile } from '../../../src-main/platforms/rules/read.ts';
import { classesOf } from '../../../src-main/platforms/rules.ts';
import { profileOf, profileText } from './support.ts';

interface Facts {
  prefix: string;
  operator: string;
  date: string;
  documents: string[];
  rights: string[];
  details: string[];
  behalf: string[];
  processors: string[];
  notHeld: number;
  classes: string;
}

// The comparison of the five policies, row by row.
const facts: Record<Platform, Facts> = {
  cocial: {
    prefix: 'COC',
    operator: 'ASTNT Technologies Private Limited',
    date: '2021-06-20',
    documents: ['mobile', 'driving-licence', 'passport', 'aadhaar'],
    rights: [
      'access',
      'recipients',
      'correction',
      'erasure',
      'portability',
      'restriction',
      'objection',
      'withdraw-consent',
      'delete-account',
    ],
    details: [],
    behalf: [],
    processors: ['CleverTap', 'Google Analytics', 'Amplitude'],
    notHeld: 0,
    classes: 'yes no no no no yes yes',
  },
  socnect: {
    prefix: 'SOC',
    operator: 'Socnect Pvt Ltd',
    date: '2021-09-01',
    documents: [],
    rights: [],
    details: [],
    behalf: ['parent', 'guardian'],
    processors: ['Firebase (Google)', 'Flurry (Yahoo)'],
    notHeld: 0,
    classes: 'yes no disputed no no yes yes',
  },
  instaconnect: {
    prefix: 'INS',
    operator: 'InstaConnect',
    date: '2020-07-12',
    documents: [],
    rights: ['restriction', 'correction', 'delete-account', 'erasure', 'processing-complaint'],
    details: ['name', 'address', 'phone', 'email', 'nature'],
    behalf: [],
    processors: ['Facebook', 'Google'],
    notHeld: 1,
    classes: 'yes no yes no no yes yes',
  },
  alokin: {
    prefix: 'ALO',
    operator: 'Alokin Software Private Limited',
    date: '2024-04-04',
    documents: ['id-card', 'driving-licence', 'passport'],
    rights: [
      'access',
      'recipients',
      'portability',
      'correction',
      'restriction',
      'objection',
      'erasure',
      'delete-account',
      'marketing-opt-out',
    ],
    details: [],
    behalf: ['customer'],
    processors: ['Payment providers', 'Session recording'],
    notHeld: 1,
    classes: 'disputed no no no yes yes yes',
  },
  nojoto: {
    prefix: 'NOJ',
    operator: 'NJT Network Private Limited',
    date: '2023-06-21',
    documents: [],
    rights: ['access', 'correction', 'portability', 'erasure', 'deactivate', 'reactivate', 'delete-account', 'processing-complaint'],
    details: [],
    behalf: ['representative', 'power-of-attorney', 'guardian'],
    processors: ['Google', 'PayTm'],
    notHeld: 1,
    classes: 'yes no no no disputed yes yes',
  },
};

describe.each(platforms)('the profile of %s', (platform) => {
  const profile = profileOf(platform);
  const known = facts[platform];

  it('carries the facts of its policy', () => {
    expect(profile).toMatchObject({ id: platform, prefix: known.prefix, operator: known.operator, policy: { date: known.date } });
    expect(profile.identityDocuments.map(({ document }) => document)).toEqual(known.documents);
    expect(profile.requiredDetails.map(({ id }) => id)).toEqual(known.details);
    expect(profile.onBehalf.map(({ who }) => who)).toEqual(known.behalf);
    expect(profile.notHeld).toHaveLength(known.notHeld);
    const offered = profile.rights.flatMap(({ kinds }) => kinds);
    expect(offered).toEqual(expect.arrayContaining(known.rights));
    if (known.rights.length === 0) expect(offered).toEqual([]);
    expect(profile.processors.map(({ name }) => name)).toEqual(expect.arrayContaining(known.processors));
  });

  it('answers every legal class', () => {
    const classes = classesOf(profile);
    expect(legalClasses.map((name) => classes[name]).join(' ')).toBe(known.classes);
  });

  it('lists at least ten categories of data for access replies, each with its clause', () => {
    expect(profile.dataCategories.length).toBeGreaterThanOrEqual(10);
    expect(new Set(profile.dataCategories.map(({ id }) => id)).size).toBe(profile.dataCategories.length);
  });

  it('names no private person and no private number', () => {
    expect([profile.officer.name, profile.officer.phone]).toEqual([null, null]);
    expect(profileText(platform)).not.toMatch(/(\+91[\s-]?)?\b[6-9]\d{9}\b/);
  });

  it('takes legal wording to case kinds, with advice', () => {
    expect(profile.legalRequests.length).toBeGreaterThan(0);
    for (const { kinds, advice } of profile.legalRequests) {
      expect(kinds.length).toBeGreaterThan(0);
      expect(advice.length).toBeGreaterThan(10);
    }
  });

  it('offers kinds of case that exist', () => {
    for (const kind of profile.requestTypes) expect(caseKinds).toContain(kind);
    expect(profile.requestTypes).toEqual(expect.arrayContaining(['content', 'access', 'child-account', 'removal-order', 'breach']));
  });
});

describe('what stands out in single policies', () => {
  it('Cocial keeps login addresses for 24 months and promises consent before keeping longer', () => {
    const { retention } = profileOf('cocial');
    expect(retention.find(({ n }) => n !== null)).toMatchObject({ n: 24, unit: 'm' });
    expect(retention.filter(({ needsConsentToExtend }) => needsConsentToExtend)).toHaveLength(1);
  });

  it('the bad PIN code of Cocial stays off the letterhead', () => {
    expect(profileOf('cocial').letterhead.join(' ')).not.toMatch(/487/);
  });

  it('the officer of InstaConnect is known to be named, and not shipped', () => {
    expect(profileOf('instaconnect').officer).toMatchObject({
      isNamedInPolicy: true,
      name: null,
      note: 'named in the policy of 12-07-2020; enter your own',
    });
  });

  it('a hold at Nojoto reaches connected accounts', () => {
    expect(profileOf('nojoto').holds).toMatchObject([{ reachesConnectedAccounts: true, clause: '§6' }]);
  });
});

describe('a profile that cannot be used is refused with line and field', () => {
  const changed = (edit: (profile: Record<string, unknown>) => void): string => {
    const profile = JSON.parse(profileText('cocial')) as Record<string, unknown>;
    edit(profile);
    return JSON.stringify(profile, null, 2);
  };

  it.each(platforms)('accepts %s', (platform) => {
    expect(checkProfile(profileText(platform))).toEqual([]);
  });

  it.each([
    { what: 'a prefix that is not three letters', field: 'prefix', value: 'CO1' },
    { what: 'no operator', field: 'operator', value: '' },
    {
      what: 'a policy date that does not exist',
      field: 'policy',
      value: { title: 'x', date: '2021-02-30', dateIs: 'updated', clause: 'x' },
    },
    { what: 'an unknown class standing', field: 'classes', value: { intermediary: { standing: 'perhaps' } } },
    { what: 'an unknown kind of case', field: 'requestTypes', value: ['parking'] },
    { what: 'an unknown document', field: 'identityDocuments', value: [{ document: 'library-card', clause: 'x' }] },
    { what: 'a field that does not exist', field: 'letterhaed', value: [] },
  ])('$what', ({ field, value }) => {
    const problems = checkProfile(
      changed((profile) => {
        profile[field] = value;
      }),
    );
    expect(problems[0]?.field.split('.')[0]).toBe(field);
    expect(problems[0]?.line).toBeGreaterThan(1);
  });

  it('a class that the profile does not answer', () => {
    const text = changed((profile) => {
      delete (profile['classes'] as Record<string, unknown>)['messaging'];
    });
    expect(checkProfile(text)[0]).toMatchObject({ field: 'classes.messaging' });
  });

  it('a format from the future', () => {
    const text = changed((profile) => {
      profile['format'] = 9;
    });
    expect(checkProfile(text)).toMatchObject([
      { field: 'format', message: 'Cocial has format 9; this version of Nivaran reads up to format 1' },
    ]);
  });
});

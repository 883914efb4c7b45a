import { describe, expect, it } from 'vitest';
import { type Platform, platforms } from '../../../src-main/cases/contract.ts';
import { type Gap, gaps, type Profile } from '../../../src-main/platforms/contract.ts';
import { lintProfile } from '../../../src-main/platforms/rules.ts';
import { profileOf, rulebook } from './support.ts';

const lint = (profile: Profile) => lintProfile(profile, rulebook);
const found = new Map<Platform, Gap[]>(platforms.map((platform) => [platform, lint(profileOf(platform))]));
const numbersIn = (platform: Platform) => [...new Set((found.get(platform) ?? []).map(({ number }) => number))];

// Which gaps each policy has; every one of the sixteen is found in the platform it was named for.
const expected: Record<Platform, number[]> = {
  cocial: [1, 2, 3, 4, 5, 6, 7, 10, 16],
  socnect: [1, 2, 4, 5, 6, 7, 9, 13, 15],
  instaconnect: [2, 4, 5, 6, 7, 12, 14],
  alokin: [1, 2, 4, 5, 6, 7, 9, 14, 15],
  nojoto: [1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 14],
};

describe('the sixteen gaps', () => {
  it.each(platforms)('of %s are found, and no others', (platform) => {
    expect(numbersIn(platform)).toEqual(expected[platform]);
  });

  it('know the officer of record: what is left to do is to publish her', () => {
    const officer = { name: 'O. Sample', email: 'grievance@desk.example', address: 'Sample House, New Delhi 110001' };
    const gap = (appointed: typeof officer | null, number: number) =>
      lintProfile(profileOf('nojoto'), rulebook, appointed).filter((one) => one.number === number);
    expect(gap(null, 1)).toMatchObject([{ severity: 'error', fix: expect.stringContaining('Appoint one') }]);
    expect(gap(officer, 1)).toMatchObject([{ severity: 'warning', problem: expect.stringContaining('O. Sample') }]);
    expect(gap(officer, 2)).toMatchObject([{ severity: 'warning', problem: expect.stringContaining('grievance@desk.example') }]);
    expect(lintProfile(profileOf('socnect'), rulebook, officer).filter(({ field }) => field === 'address')).toEqual([]);
  });

  it('are all found somewhere among the five policies', () => {
    const all = new Set([...found.values()].flatMap((list) => list.map(({ gap }) => gap)));
    expect([...all].sort()).toEqual([...gaps].sort());
  });

  it('name a field of the profile, what is wrong, and what to do', () => {
    for (const [platform, list] of found)
      for (const { field, problem, fix, gap, number } of list) {
        const [top] = field.split('.');
        expect(Object.keys(profileOf(platform))).toContain(top);
        expect(problem).toMatch(/\.$/);
        expect(fix).toMatch(/\.$/);
        expect(gaps[number - 1]).toBe(gap);
      }
  });

  it('hold no figure of the law that the rulebook does not give', () => {
    const stricter = structuredClone(rulebook);
    for (const rule of stricter.rules) if (rule.id === 'IT-RES-7D') rule.n = 5;
    stricter.figures.childUnderYears = 21;
    const texts = lintProfile(profileOf('nojoto'), stricter)
      .map(({ problem }) => problem)
      .join(' ');
    expect(texts).toContain('longer than the 5 days');
    expect(texts).toContain('protects all under 21');
  });
});

const has = (profile: Profile, number: number) => lint(profile).some((one) => one.number === number);
const at = (platform: Platform, field: string) => (found.get(platform) ?? []).find((one) => one.field === field);

describe('each gap closes when its cause is mended', () => {
  const mend = (platform: Platform, edit: (profile: Profile) => void): Profile => {
    const profile = profileOf(platform);
    edit(profile);
    return profile;
  };

  it.each<{ number: number; platform: Platform; edit: (profile: Profile) => void }>([
    {
      number: 1,
      platform: 'cocial',
      edit: (p) => {
        p.officer.name = 'A. Example';
      },
    },
    {
      number: 2,
      platform: 'nojoto',
      edit: (p) => {
        p.officer.email = 'grievance@platform.example';
      },
    },
    {
      number: 3,
      platform: 'cocial',
      edit: (p) => {
        if (p.address) p.address.pin = '487001';
      },
    },
    {
      number: 4,
      platform: 'alokin',
      edit: (p) => {
        p.serviceLevels.push(
          { about: 'acknowledge', text: 'Within a day.', n: 24, unit: 'h', clause: 'new' },
          { about: 'resolve', text: 'Within a week.', n: 7, unit: 'd', clause: 'new' },
        );
      },
    },
    {
      number: 5,
      platform: 'instaconnect',
      edit: (p) => {
        p.policy.date = '2026-11-01';
      },
    },
    {
      number: 6,
      platform: 'nojoto',
      edit: (p) => {
        p.minors = { underAge: 18, consent: 'verified', hasProcedure: true, text: 'Under 18.', clause: 'new' };
      },
    },
    {
      number: 7,
      platform: 'instaconnect',
      edit: (p) => {
        p.remedies = [
          { name: 'appellate-committee', text: 'Appeal.', clause: 'new' },
          { name: 'data-protection-board', text: 'Complaint.', clause: 'new' },
        ];
      },
    },
    {
      number: 10,
      platform: 'cocial',
      edit: (p) => {
        p.retention = [];
      },
    },
    {
      number: 13,
      platform: 'socnect',
      edit: (p) => {
        p.rights.push({ kinds: ['access'], name: 'Access', text: 'To see data.', clause: 'new' });
      },
    },
    {
      number: 16,
      platform: 'cocial',
      edit: (p) => {
        p.identityDocuments = p.identityDocuments.filter(({ document }) => document !== 'aadhaar');
      },
    },
  ])('gap $number in $platform', ({ number, platform, edit }) => {
    expect(has(profileOf(platform), number)).toBe(true);
    expect(has(mend(platform, edit), number)).toBe(false);
  });

  it.each(['48700', '4870011', '087001', 'A87001'])('the PIN code %s is caught before it prints', (pin) => {
    const profile = mend('nojoto', (p) => {
      if (p.address) p.address.pin = pin;
    });
    expect(has(profile, 3)).toBe(true);
  });

  it.each([
    { line: 'Gurugram-12201, Haryana', isBad: true },
    { line: 'Narsinghpur MP 48700.', isBad: true },
    { line: 'Gurugram 122010, Haryana', isBad: false },
    { line: 'Ground Floor, NR-2, DLF Phase 3', isBad: false },
    { line: 'Plot 1204 Sector 24, Gurugram', isBad: false },
  ])('the letterhead line "$line" has a bad PIN code: $isBad', ({ line, isBad }) => {
    const profile = mend('nojoto', (p) => {
      p.letterhead = [line];
    });
    expect(has(profile, 3)).toBe(isBad);
  });
});

describe('what a finding says', () => {
  it('a policy older than the Rules is graver than one older than an amendment', () => {
    expect(at('instaconnect', 'policy.date')).toMatchObject({ severity: 'error', problem: expect.stringContaining('12-07-2020') });
    expect(at('alokin', 'policy.date')).toMatchObject({ severity: 'warning', problem: expect.stringContaining('20-02-2026') });
  });

  it('a general mailbox is less grave than a blank one', () => {
    expect(at('socnect', 'officer.email')?.severity).toBe('warning');
    expect(at('cocial', 'officer.email')?.severity).toBe('error');
  });

  it('twenty-four months of logs are set against the periods of the law', () => {
    expect(at('cocial', 'retention.1')?.problem).toContain('24 months stands beside 180 days of rule 3(1)(h) and 1 year of rule 6(1)(e)');
  });

  it('two months for a deletion are set against seven days', () => {
    expect(at('nojoto', 'deletion.1')?.problem).toContain('2 months is longer than the 7 days');
  });

  it('the invented agency and the private subpoena are named', () => {
    expect(at('nojoto', 'legalRequests.0')?.problem).toContain('Cyber Law Department of India');
    expect(at('nojoto', 'legalRequests.6')?.problem).toContain('from a private party');
    expect(at('alokin', 'legalRequests.0')?.problem).toContain('subpoena');
  });

  it("a guardian's deemed consent and the age of thirteen are two findings", () => {
    expect((found.get('nojoto') ?? []).filter(({ number }) => number === 6).map(({ field }) => field)).toEqual([
      'minors.underAge',
      'minors.consent',
    ]);
  });
});

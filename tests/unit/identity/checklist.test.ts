import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKinds, platforms } from '../../../src-main/cases/contract.ts';
import type { Fault } from '../../../src-main/desk/faults.ts';
import { type Attempt, attemptResults, identityPolicySchema } from '../../../src-main/identity/contract.ts';
import { documentOf } from '../../../src-main/identity/rules/checklist.ts';
import { purgeDay } from '../../../src-main/identity/rules/retention.ts';
import { type AttemptContext, checklistFor, planAttempt } from '../../../src-main/identity/rules.ts';
import type { Authority } from '../../../src-main/people/contract.ts';
import { authorityObstacle } from '../../../src-main/people/rules.ts';
import { readProfile } from '../../../src-main/platforms/rules.ts';
import { passportZone, sampleAadhaar } from './support.ts';

const policy = identityPolicySchema.parse(JSON.parse(readFileSync('resources/identity/checklists.json', 'utf8')));
const profileOf = (id: string) => readProfile(readFileSync(`resources/platforms/${id}.json`, 'utf8'));

const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  seq: 10,
  at: '2026-11-21T06:30:00.000Z',
  by: 'user:officer00001',
  method: 'document',
  document: 'passport',
  documentNamed: null,
  whose: 'complainant',
  masked: null,
  isRight: true,
  reasonOfCheck: null,
  result: 'insufficient',
  reason: 'one more is asked for',
  lacking: [],
  policy: policy.version,
  evidence: null,
  authority: null,
  ...over,
});

const authority = (over: Partial<Authority> = {}): Authority => ({
  id: 'authority:7',
  ref: 'NOJ-2026-000001-0',
  type: 'agent',
  instrument: 'Letter of authority',
  registeredNumber: null,
  datedOn: '2026-01-01',
  scope: null,
  expiresOn: null,
  isNotarised: false,
  principal: 'party:1',
  representative: 'party:2',
  evidence: null,
  recordedAt: '2026-11-21T06:30:00.000Z',
  endedOn: null,
  endedReason: null,
  ...over,
});

const context = (over: Partial<AttemptContext> & { platformId?: string } = {}): AttemptContext => {
  const { platformId = 'cocial', ...rest } = over;
  return {
    policy,
    platform: profileOf(platformId),
    kind: 'access',
    channel: 'email',
    isOnBehalf: false,
    isMinor: false,
    attempts: [],
    authorities: [],
    attachments: [],
    requester: { email: 'a@mail.example', phone: '98765 43210' },
    receivedOn: '2026-11-20',
    today: '2026-11-21',
    ...rest,
  };
};

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    return error as Fault;
  }
  throw new Error('nothing was refused');
}

describe('the checklists', () => {
  it('name every kind of case once', () => {
    const named = policy.kinds.flatMap(({ kinds }) => kinds);
    expect(named.toSorted()).toEqual([...caseKinds].toSorted());
  });

  it.each(platforms)('give every kind of request of %s a list that can be done', (platformId) => {
    for (const kind of caseKinds) {
      const list = checklistFor(context({ platformId, kind }));
      expect(list.missing).toEqual(list.items.map(({ id }) => id));
      expect(list.isComplete).toBe(list.items.length === 0);
      expect(list.accepted.some(({ document }) => document === 'passport' || document === 'driving-licence')).toBe(true);
    }
  });

  it.each([
    ['content', 'none'],
    ['account', 'contact'],
    ['withdraw-consent', 'contact'],
    ['erasure', 'one-document'],
    ['access', 'two-documents'],
    ['child-account', 'authority'],
    ['removal-order', 'none'],
  ])('ask for %s: %s', (kind, level) => expect(checklistFor(context({ kind })).level).toBe(level));

  it('ask for more where somebody acts for another, for a child, where a check failed, and by post', () => {
    expect(checklistFor(context({ kind: 'erasure', isOnBehalf: true }))).toMatchObject({ level: 'authority', risk: 'high' });
    const failed = [attempt({ result: 'mismatch', isRight: false })];
    expect(checklistFor(context({ kind: 'correction', attempts: failed }))).toMatchObject({ level: 'two-documents', risk: 'high' });
    expect(checklistFor(context({ kind: 'correction', channel: 'post' })).level).toBe('one-document');
    expect(checklistFor(context({ kind: 'correction', isMinor: true }))).toMatchObject({ level: 'authority', risk: 'high' });
    expect(checklistFor(context({ kind: 'content', isMinor: true })).level).toBe('none');
    expect(checklistFor(context({ kind: 'content', isOnBehalf: true, channel: 'post', attempts: failed })).level).toBe('none');
  });

  it('take the documents of the policy, and their own with a warning where it names none', () => {
    const cocial = checklistFor(context());
    expect(cocial.accepted.map(({ document, from }) => `${document} ${from}`)).toEqual([
      'mobile policy',
      'driving-licence policy',
      'passport policy',
      'aadhaar policy',
    ]);
    expect(cocial.warnings).toEqual([]);
    const nojoto = checklistFor(context({ platformId: 'nojoto' }));
    expect(nojoto.accepted.every(({ from }) => from === 'default')).toBe(true);
    expect(nojoto.warnings.map(({ code }) => code)).toEqual(['default-documents']);
    expect(checklistFor(context({ platformId: 'alokin' })).accepted.map(({ document }) => document)).toContain('voter-id');
  });

  it('say where the policy of a platform and the law part on children', () => {
    const codes = (platformId: string) => checklistFor(context({ platformId, kind: 'child-account' })).warnings.map(({ code }) => code);
    expect(codes('nojoto')).toContain('age-of-policy');
    expect(codes('socnect')).not.toContain('age-of-policy');
    expect(codes('cocial')).toContain('nobody-named-to-act');
  });

  it('say what is done and what is missing', () => {
    const one = attempt();
    const list = checklistFor(context({ attempts: [one] }));
    expect(list.items).toEqual([
      { id: 'first-document', isDone: true, by: 10 },
      { id: 'second-document', isDone: false, by: null },
    ]);
    const twice = checklistFor(context({ attempts: [one, attempt({ seq: 11 })] }));
    expect(twice.missing).toEqual(['second-document']);
    const video = attempt({ seq: 12, document: 'video', method: 'video', isRight: null, result: 'verified' });
    expect(checklistFor(context({ attempts: [one, video] })).isComplete).toBe(true);
    expect(checklistFor(context({ attempts: [one, attempt({ seq: 13, document: 'pan' })] })).missing).toEqual([]);
    expect(checklistFor(context({ attempts: [attempt({ isRight: null })] })).missing).toHaveLength(2);
  });

  it('never get shorter by an attempt that failed, nor longer by one that did not', () => {
    const any = fc.record({
      document: fc.constantFrom('passport', 'pan', 'mobile', 'video', 'other') as fc.Arbitrary<Attempt['document']>,
      result: fc.constantFrom(...attemptResults),
      isRight: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), any, fc.constantFrom(...caseKinds), (before, last, kind) => {
        const of = (list: (typeof last)[]) => checklistFor(context({ kind, attempts: list.map((one, seq) => attempt({ ...one, seq })) }));
        const [was, is] = [of(before), of([...before, last])];
        const isGood = last.result === 'verified' || (last.result === 'insufficient' && last.isRight === true);
        if (isGood) expect(is.missing.length).toBeLessThanOrEqual(was.missing.length);
        else expect(is.missing.length).toBeGreaterThanOrEqual(was.missing.length);
      }),
    );
  });
});

describe('an attempt', () => {
  it('is written down with its number masked', () => {
    const body = planAttempt(
      { method: 'document', document: 'Aadhaar', value: '2341 2341 2346', result: 'verified', reason: 'Seen at the counter.' },
      context(),
    );
    expect(body).toMatchObject({
      document: 'aadhaar',
      masked: 'XXXX XXXX 2346',
      isRight: true,
      result: 'verified',
      lacking: ['second-document'],
    });
    expect(JSON.stringify(body)).not.toContain('2341');
  });

  it.each([
    ['aadhaar', 'XXXX XXXX 2346', 'XXXX XXXX 2346', null],
    ['pan', 'ACUPA7085R', 'XXXXXX085R', true],
    ['epic', 'WKH1186253', 'XXXXXX6253', true],
    ['driving licence', 'HR-0619850034761', 'XXXXXXXXXXX4761', true],
    ['passport', 'Z1234567', 'XXXX4567', true],
    ['mobile', '+91 98765 43210', 'XXXXXXXXX3210', true],
    ['email', 'A@Mail.Example', 'A…@Mail.Example', true],
    ['ration card', 'RC 12345678', 'XXXXXX5678', null],
  ])('by %s %s keeps %s', (document, value, masked, isRight) => {
    const body = planAttempt({ method: 'document', document, value, result: 'verified', reason: 'Looked at.' }, context());
    expect(body).toMatchObject({ masked, isRight });
  });

  it('names what it is where the desk has no word for it', () => {
    expect([documentOf('Voter Card'), documentOf('driver_license'), documentOf('ration card')]).toEqual([
      'voter-id',
      'driving-licence',
      'other',
    ]);
    const body = planAttempt({ method: 'document', document: 'ration card', result: 'verified', reason: 'Looked at.' }, context());
    expect(body).toMatchObject({ document: 'other', documentNamed: 'ration card', masked: null });
  });

  const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  const child = passportZone('120101', '300101');

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a mistyped number', { document: 'aadhaar', value: '234123412347' }, 'value', /check digit is wrong/],
    ['a virtual ID', { document: 'aadhaar', value: '2341234123412341', result: 'insufficient' }, 'value', /virtual ID/],
    ['a passport that expired', { document: 'passport', value: zone }, 'value', /expired on 15-04-2012/],
    ['a licence that expired', { document: 'driving-licence', expiresOn: '2026-11-20' }, 'expiresOn', /expired on 20-11-2026/],
    ['the passport of a child', { document: 'passport', value: child }, 'value', /under 18: a parent or guardian/],
    ['a child by its date of birth', { document: 'id-card', bornOn: '2010-01-01' }, 'bornOn', /under 18/],
    [
      'a child that acts for another',
      { document: 'id-card', bornOn: '2010-01-01', whose: 'representative' },
      'bornOn',
      /cannot act for another/,
    ],
    [
      'a contact that is not the one',
      { method: 'contact-match', document: 'email', value: 'b@mail.example' },
      'value',
      /not the one the request came from/,
    ],
    ['no reason for less than the list', { document: 'pan', reason: '' }, 'reason', /still lacks a second document/],
    ['no reason for a refusal', { document: 'pan', result: 'mismatch', reason: ' ' }, 'reason', /is empty/],
    ['an authority of another case', { authority: 'authority:99' }, 'authority', /not an authority recorded/],
  ])('is refused with %s', (_what, over, field, message) => {
    const input = { method: 'document', result: 'verified' as const, reason: 'Looked at.', ...over };
    const fault = faultOf(() => planAttempt(input, context({ authorities: [] })));
    expect(fault.code).toBe('bad-input');
    expect(fault.detail.issues?.[0]).toMatchObject({ field, message: expect.stringMatching(message) });
    expect(fault.message).not.toContain(sampleAadhaar.slice(0, 8));
  });

  it('with a wrong number may be recorded as what it was', () => {
    const body = planAttempt(
      { method: 'document', document: 'aadhaar', value: '234123412347', result: 'mismatch', reason: 'Does not fit.' },
      context(),
    );
    expect(body).toMatchObject({ isRight: false, result: 'mismatch', masked: 'XXXX XXXX 2347' });
  });

  it('of a child passes under the authority of a parent', () => {
    const parent = authority({ type: 'parent' });
    const body = planAttempt(
      { method: 'document', document: 'passport', value: child, result: 'verified', reason: 'x' },
      context({ authorities: [parent] }),
    );
    expect(body.isRight).toBe(true);
  });

  it('by contact alone compares what the value is', () => {
    const by = (value: string) => planAttempt({ method: 'Contact match', value, result: 'insufficient', reason: 'x' }, context());
    expect([by('a@mail.example'), by('09876543210')].map(({ document, isRight }) => [document, isRight])).toEqual([
      ['email', true],
      ['mobile', true],
    ]);
  });

  it('compares nothing where the request brought no such contact', () => {
    const body = planAttempt(
      { method: 'contact-match', document: 'mobile', value: '9876543210', result: 'insufficient', reason: 'x' },
      context({ requester: {} }),
    );
    expect(body.isRight).toBeNull();
  });

  it('refuses evidence that is not a file of the case', () => {
    const fault = faultOf(() => planAttempt({ method: 'document', evidence: 'attachment:x', result: 'verified', reason: 'x' }, context()));
    expect(fault.code).toBe('refused');
  });
});

describe('an authority', () => {
  it.each<[string, Partial<Authority>, RegExp | null]>([
    ['covers what it says', { scope: ['access', 'erasure'] }, null],
    ['covers everything where it names nothing', {}, null],
    ['covers its last day', { expiresOn: '2026-11-21' }, null],
    ['not a kind it leaves out', { scope: ['erasure'] }, /does not cover a request of the kind access/],
    ['not a day after its last', { expiresOn: '2026-11-20' }, /expired on 20-11-2026/],
    ['not a day before its date', { datedOn: '2026-11-22' }, /dated 22-11-2026/],
    ['not after it was ended', { endedOn: '2026-11-21' }, /ended on 21-11-2026/],
  ])('%s', (_what, over, message) => {
    const obstacle = authorityObstacle(authority(over), 'access', '2026-11-21');
    if (message) expect(obstacle).toMatch(message);
    else expect(obstacle).toBeNull();
  });

  it('outside its scope or date verifies nobody', () => {
    for (const over of [{ scope: ['erasure'] }, { expiresOn: '2026-11-20' }, { datedOn: '2026-11-22' }]) {
      const input = { method: 'authority', authority: 'authority:7', result: 'verified' as const, reason: 'x' };
      const fault = faultOf(() => planAttempt(input, context({ authorities: [authority(over)] })));
      expect(fault.detail.issues?.[0]?.field).toBe('authority');
      const other = { method: 'document', document: 'pan', result: 'verified' as const, reason: 'x' };
      expect(faultOf(() => planAttempt(other, context({ authorities: [authority(over)] }))).code).toBe('bad-input');
    }
  });

  it('in force does its part of the list', () => {
    const list = checklistFor(context({ authorities: [authority()], isOnBehalf: true, attempts: [attempt({ whose: 'representative' })] }));
    expect(list.items).toEqual([
      { id: 'first-document', isDone: true, by: 10 },
      { id: 'authority', isDone: true, by: 7 },
    ]);
  });
});

describe('evidence of identity', () => {
  it('goes 180 days after the case closed, counted in IST', () => {
    expect(purgeDay('2026-01-01T18:29:59.000Z', policy)).toBe('2026-06-30');
    expect(purgeDay('2026-01-01T18:30:00.000Z', policy)).toBe('2026-07-01');
  });
});

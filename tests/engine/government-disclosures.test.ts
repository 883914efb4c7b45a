import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../db/open.ts';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { disclosedAbout, disclosuresOf } from '../../src-main/government/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const hash = 'a'.repeat(64);
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const register = (ref: string) => disclosuresOf(made.desk.db, ref);
const sound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

function order(particulars: Record<string, unknown> = {}, kind = 'information-order') {
  const said = {
    instrument: 'bnss-94-police',
    agency: 'Example Police Station',
    purpose: 'investigation of an FIR',
    inWriting: true,
    ...particulars,
  };
  return addCase(made.desk, contentCase({ kind, complainant: undefined, facts: {}, order: said, subject: 'Order for data' })).ref;
}

/** A production hashed for a case, and what would be disclosed of it. */
function ready(ref: string, over: Record<string, unknown> = {}) {
  act(ref, 'record-production', { name: 'registration.csv', sizeBytes: 2_048, sha256: hash });
  const production = register(ref).productions.at(-1)?.seq;
  const fields = {
    category: 'registration data',
    periodFrom: '2026-01-01',
    periodTo: '2026-11-20',
    volume: '1 account, 14 rows',
    mode: 'portal',
  };
  const rest = { recipient: 'Example Police Station', legalBasis: 'BNSS s.94', accounts: ['@Some.Handle'], reason: 'As the order asks.' };
  return { production, sha256: hash, ...fields, ...rest, ...over };
}

describe('a disclosure', () => {
  it('stands in the register field by field, and everything about an account is found however it is typed', () => {
    const ref = order();
    act(ref, 'disclose', ready(ref));
    expect(register(ref).disclosures).toMatchObject([
      {
        file: 'registration.csv',
        sha256: hash,
        volume: '1 account, 14 rows',
        mode: 'portal',
        byName: 'O. Sample',
        isSole: true,
        isSecret: false,
      },
    ]);
    expect(disclosedAbout(made.desk.db, ' SOME.handle ')).toMatchObject([{ ref, category: 'registration data' }]);
    expect(disclosedAbout(made.desk.db, 'somebody else')).toEqual([]);
    expect(disclosedAbout(made.desk.db)).toHaveLength(1);
    sound();
  });

  it('can never be edited, not even in the database', () => {
    const ref = order();
    act(ref, 'disclose', ready(ref));
    expect(() => statement(made.desk.db, "UPDATE disclosure SET volume = 'nothing'").run()).toThrow(/never changed/);
  });

  it('of a file that changed after it was hashed is refused', () => {
    const ref = order();
    expect(messageOf(() => act(ref, 'disclose', ready(ref, { sha256: 'b'.repeat(64) })))).toMatch(/sha256.*changed since/);
    expect(messageOf(() => act(ref, 'disclose', ready(ref, { production: 1 })))).toMatch(/production.*not a file hashed/);
    expect(register(ref).disclosures).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['without an account', { accounts: [] }, /names no account/],
    ['of a period that ends before it begins', { periodTo: '2025-01-01' }, /periodTo.*lies before/],
    ['in the future', { at: '2026-11-22T00:00:00+05:30' }, /future/],
    ['approved afterwards without an emergency', { afterwards: true }, /belongs to an emergency/],
  ])('%s is refused', (_name, over, message) => {
    const ref = order();
    expect(messageOf(() => act(ref, 'disclose', ready(ref, over)))).toMatch(message);
  });

  it('waits for what the order says, and stops with a verdict against it', () => {
    const bare = addCase(made.desk, contentCase({ kind: 'information-order', facts: {} })).ref;
    expect(messageOf(() => act(bare, 'disclose', ready(bare)))).toMatch(/Record first/);
    const ref = order();
    act(ref, 'verdict', { valid: false, reason: 'No purpose.' });
    expect(messageOf(() => act(ref, 'disclose', ready(ref)))).toMatch(/verdict says/);
  });
});

describe('a request that no law makes binding', () => {
  it.each([
    ['foreign-police', 'foreign-request'],
    ['private-notice-data', 'private-legal-notice'],
  ])('%s opens no disclosure without counsel', (instrument, kind) => {
    const ref = order({ instrument, purpose: undefined, inWriting: undefined }, kind);
    expect(messageOf(() => act(ref, 'disclose', ready(ref)))).toMatch(/without counsel's recorded decision/);
    act(ref, 'counsel-decision', { allow: false, counsel: 'Adv. Sample', reason: 'No power.' });
    expect(messageOf(() => act(ref, 'disclose', ready(ref)))).toMatch(/without counsel's recorded decision/);
    act(ref, 'counsel-decision', { allow: true, counsel: 'Adv. Sample', reason: 'With the person’s consent.' });
    act(ref, 'disclose', ready(ref));
    expect(register(ref).counsel).toMatchObject({ allow: true, counsel: 'Adv. Sample' });
    expect(register(ref).disclosures).toHaveLength(1);
    sound();
  });
});

describe('an emergency', () => {
  const emergency = () => order({ instrument: 'emergency-request', danger: true }, 'emergency-request');

  it('waits for the call back, gives the least, and is approved by another person within a day', () => {
    const ref = emergency();
    const input = ready(ref, { afterwards: true });
    expect(messageOf(() => act(ref, 'disclose', input))).toMatch(/Call back first/);
    act(ref, 'check-authority', { step: 'call-back', result: 'confirmed', detail: 'x', number: '112', foundIn: 'directory' });
    expect(messageOf(() => act(ref, 'disclose', { ...input, category: 'chat messages' }))).toMatch(/category.*no content/);
    act(ref, 'disclose', input);
    const [line] = register(ref).disclosures;
    expect(line).toMatchObject({ approverName: null, approveBy: '2026-11-22T06:30:00.000Z' });
    expect(messageOf(() => act(ref, 'approve-disclosure', { disclosure: line?.seq, reason: 'Right.' }))).toMatch(/another person/);
    expect(caseView(made.desk.db, ref, nowOf(made.desk)).target?.reason).toMatch(/written order/);
    const other = { ...made.desk, person: { ...made.desk.person, id: 'user:second00001', name: 'S. Sample' } };
    actOnCase(other, ref, 'approve-disclosure', { disclosure: line?.seq, reason: 'Right.' });
    expect(register(ref).disclosures[0]?.approverName).toBe('user:second00001');
    sound();
  });
});

describe('the person whose data it is', () => {
  it('is told once the order no longer forbids it', () => {
    const ref = order({ nonDisclosure: true, secretUntil: '2026-11-21' });
    act(ref, 'disclose', ready(ref));
    const [line] = register(ref).disclosures;
    expect(line).toMatchObject({ isSecret: true, secretUntil: '2026-11-21', toldAt: null });
    const told = { disclosure: line?.seq, at: nowOf(made.desk), how: 'by mail to the account' };
    expect(messageOf(() => act(ref, 'tell-user', told))).toMatch(/forbids telling/);
    made.clock.advance(20 * 3_600_000);
    act(ref, 'tell-user', told);
    expect(register(ref).disclosures[0]).toMatchObject({ toldHow: 'by mail to the account' });
    expect(messageOf(() => act(ref, 'tell-user', told))).toMatch(/told already/);
    sound();
  });
});

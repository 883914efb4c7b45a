import { caseKinds } from '../../src-main/cases/contract/words.ts';
import type { Profile } from '../../src-main/platforms/contract.ts';

/** What stands at a place of a profile, so that one component can show it and one can edit it. */
export type Spec =
  | { as: 'text'; isLong?: boolean; empty?: 'null' | 'absent' }
  | { as: 'date'; empty?: 'null' }
  | { as: 'number' }
  | { as: 'flag' }
  | { as: 'choice'; table: ChoiceTable; options: readonly string[]; empty?: 'null' }
  | { as: 'kinds' }
  | { as: 'list'; of: Spec; blank: unknown }
  | { as: 'group'; fields: Record<string, Spec>; blank?: unknown };

export type ChoiceTable = 'standing' | 'dateIs' | 'document' | 'who' | 'detail' | 'origin' | 'unit' | 'consent' | 'remedy' | 'about';

const text: Spec = { as: 'text' };
const long: Spec = { as: 'text', isLong: true };
const orNull: Spec = { as: 'text', empty: 'null' };
const note: Spec = { as: 'text', isLong: true, empty: 'absent' };
const flag: Spec = { as: 'flag' };
const kinds: Spec = { as: 'kinds' };
const choice = (table: ChoiceTable, options: readonly string[]): Spec => ({ as: 'choice', table, options });
const group = (fields: Record<string, Spec>): Spec => ({ as: 'group', fields });
const list = (of: Spec, blank: unknown): Spec => ({ as: 'list', of, blank });
const unit: Spec = { as: 'choice', table: 'unit', options: ['min', 'h', 'd', 'm', 'y'], empty: 'null' };
const said = group({ text: long, clause: text });
const saidBlank = { text: '', clause: '' };
const standing = group({ standing: choice('standing', ['yes', 'no', 'disputed']), note });
const period = { n: { as: 'number' }, unit } as const satisfies Record<string, Spec>;

/** The parts of a profile in the order of their reading. What names the profile itself cannot be edited. */
export const sections = {
  name: text,
  operator: text,
  nature: text,
  letterhead: list(text, ''),
  address: {
    as: 'group',
    fields: { lines: list(text, ''), pin: orNull, clause: text },
    blank: { lines: [''], pin: null, clause: '' },
  },
  policy: group({ title: text, date: { as: 'date' }, dateIs: choice('dateIs', ['updated', 'effective']), clause: text }),
  officer: group({ name: orNull, email: orNull, phone: orNull, title: orNull, isNamedInPolicy: flag, note: long, clause: orNull }),
  contact: group({ email: orNull, note: long, clause: orNull }),
  classes: group({
    intermediary: standing,
    significant: standing,
    messaging: standing,
    publisher: standing,
    'e-commerce': standing,
    'body-corporate': standing,
    'data-fiduciary': standing,
  }),
  requestTypes: kinds,
  rights: list(group({ name: text, kinds, text: long, clause: text }), { kinds: [], name: '', ...saidBlank }),
  exceptions: list(group({ kinds, text: long, clause: text }), { kinds: [], ...saidBlank }),
  identityDocuments: list(
    group({ document: choice('document', ['mobile', 'driving-licence', 'passport', 'aadhaar', 'id-card']), note, clause: text }),
    { document: 'passport', clause: '' },
  ),
  identityNote: long,
  onBehalf: list(
    group({
      who: choice('who', ['parent', 'guardian', 'power-of-attorney', 'representative', 'customer']),
      text: long,
      clause: text,
    }),
    { who: 'guardian', ...saidBlank },
  ),
  requiredDetails: list(group({ id: choice('detail', ['name', 'address', 'phone', 'email', 'nature']), label: text, clause: text }), {
    id: 'name',
    label: '',
    clause: '',
  }),
  intake: list(said, saidBlank),
  legalRequests: list(
    group({
      wording: text,
      origin: choice('origin', ['india', 'foreign', 'unknown']),
      isPrivate: flag,
      kinds,
      instrument: orNull,
      advice: long,
      clause: text,
    }),
    { wording: '', origin: 'india', isPrivate: false, kinds: [], instrument: null, advice: '', clause: '' },
  ),
  disclosures: list(said, saidBlank),
  retention: list(group({ data: text, text: long, ...period, needsConsentToExtend: flag, clause: text }), {
    data: '',
    n: null,
    unit: null,
    needsConsentToExtend: false,
    ...saidBlank,
  }),
  holds: list(group({ text: long, reachesConnectedAccounts: flag, clause: text }), { reachesConnectedAccounts: false, ...saidBlank }),
  deletion: list(group({ what: text, text: long, ...period, clause: text }), { what: '', n: null, unit: null, ...saidBlank }),
  minors: group({
    underAge: { as: 'number' },
    consent: choice('consent', ['none', 'deemed', 'verified']),
    hasProcedure: flag,
    text: long,
    clause: orNull,
  }),
  processors: list(
    group({ name: text, purpose: text, isNamed: flag, from: { as: 'date' }, until: { as: 'date', empty: 'null' }, clause: text }),
    { name: '', purpose: '', isNamed: true, from: '', until: null, clause: '' },
  ),
  remedies: list(
    group({
      name: choice('remedy', ['internal', 'appellate-committee', 'data-protection-board', 'unnamed-authority']),
      text: long,
      clause: text,
    }),
    { name: 'appellate-committee', ...saidBlank },
  ),
  serviceLevels: list(group({ about: choice('about', ['acknowledge', 'resolve', 'general']), text: long, ...period, clause: text }), {
    about: 'resolve',
    n: null,
    unit: null,
    ...saidBlank,
  }),
  dataCategories: list(group({ id: text, label: text, isSensitive: flag, clause: text }), {
    id: '',
    label: '',
    isSensitive: false,
    clause: '',
  }),
  notHeld: list(group({ what: text, kinds, text: long, clause: text }), { what: '', kinds: [], ...saidBlank }),
  redirects: list(group({ who: text, text: long, clause: text }), { who: '', ...saidBlank }),
  contradictions: list(group({ about: text, first: said, second: said, answer: long }), {
    about: '',
    first: saidBlank,
    second: saidBlank,
    answer: '',
  }),
  location: list(said, saidBlank),
  notes: list(long, ''),
} as const satisfies Partial<Record<keyof Profile, Spec>>;

export type Section = keyof typeof sections;
export const sectionNames = Object.keys(sections) as Section[];
/** Kinds of case that a policy can speak of; sorting mail is the desk's own. */
export const policyKinds = caseKinds.filter((kind) => kind !== 'unsorted');

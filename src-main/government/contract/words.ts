/** Everything that may be known of an order beside its items; identifiers are fixed, labels stand in the book of instruments. */
export const textFields = [
  'agency',
  'state',
  'officerName',
  'officerRank',
  'officerEmail',
  'officerPhone',
  'number',
  'reference',
  'authorisation',
  'provision',
  'unlawfulAct',
  'purpose',
  'categories',
] as const;
export const dayFields = ['datedOn', 'periodFrom', 'periodTo', 'secretUntil'] as const;
export const yesNoFields = [
  'inWriting',
  'reasoned',
  'signed',
  'authorised',
  'addressedToUs',
  'inCharge',
  'danger',
  'viaCentralAuthority',
  'realTime',
  'noticeToAppear',
  'nonDisclosure',
] as const;
export const orderFields = [...textFields, ...dayFields, ...yesNoFields, 'respondBy', 'items'] as const;
export type OrderField = (typeof orderFields)[number];

/** How a particular is asked for. */
export const fieldInputs = ['text', 'day', 'instant', 'yes-no', 'items'] as const;

/** The steps by which it is found out whether an order really comes from whom it names. */
export const checkSteps = [
  'agency',
  'officer',
  'rank',
  'reasons',
  'purpose',
  'provision',
  'official-address',
  'call-back',
  'signature',
] as const;
export type CheckStep = (typeof checkSteps)[number];
export const checkResults = ['confirmed', 'failed', 'not-needed'] as const;
export type CheckResult = (typeof checkResults)[number];

/**
 * What an instrument is: `binding` where its law lets it order; `request` where it may ask and the desk may answer; `none` where it
 * is no process of Indian law, whatever it calls itself.
 */
export const processes = ['binding', 'request', 'none'] as const;
/** Who of the desk may see it: all; all, but nobody may tell the person; only those behind its wall. */
export const confidentialities = ['ordinary', 'restricted', 'walled'] as const;

/** What a test of validity wants of the particular it looks at. */
export const wants = ['yes', 'no', 'given', 'rank', 'not-future', 'not-after-receipt', 'first'] as const;

/**
 * What the tests say of an order: nothing lacks; something is not known yet, which counts as good; something has to be asked back
 * while its clock runs; it is not good on its face; it is no process of Indian law.
 */
export const verdicts = ['valid', 'open', 'query', 'invalid', 'none'] as const;
export type OrderVerdict = (typeof verdicts)[number];

/** How data leaves for an authority. */
export const disclosureModes = ['portal', 'email-encrypted', 'hand', 'post', 'court-filing'] as const;
export type DisclosureMode = (typeof disclosureModes)[number];

/** The families of the rulebook that say how long: removed content, rule 3(1)(g), or registration information, rule 3(1)(h). */
export const preservationPeriods = ['IT-PRES', 'IT-REG'] as const;

/** The Schedule of the Bharatiya Sakshya Adhiniyam 2023, in its printed order. */
export const certificateSources = ['computer', 'dvr', 'mobile', 'flash-drive', 'cd-dvd', 'server', 'cloud', 'other'] as const;
export const relations = ['son', 'daughter', 'spouse'] as const;
export const controls = ['owned', 'maintained', 'managed', 'operated'] as const;

/** What may be done on an order beside deciding it. */
export const orderSteps = ['ask-back', 'narrow', 'refuse', 'challenge', 'produce', 'withdrawn'] as const;
export type OrderStepName = (typeof orderSteps)[number];
export const stays = ['none', 'asked', 'granted', 'refused'] as const;
export const productionExtents = ['fully', 'partly'] as const;
/** How an order for data asks for too much. */
export const breadthCodes = ['everything', 'no-period', 'no-account', 'beyond-purpose'] as const;
export type BreadthCode = (typeof breadthCodes)[number];

/** The letter that tells each step to the authority. */
export const stepLetters = {
  'ask-back': 'order-query',
  narrow: 'order-narrowing',
  refuse: 'order-refusal',
  challenge: 'order-challenge',
  produce: 'production-cover',
  withdrawn: 'order-withdrawal',
} as const satisfies Record<OrderStepName, string>;

/** What requests are counted by; what agencies are called is typed freely, and never public. */
export const statisticsDimensions = ['instrument', 'agency', 'state', 'month', 'platform', 'kind'] as const;
export type StatisticsDimension = (typeof statisticsDimensions)[number];
/** The parts are what became of the data; the others stand beside. */
export const statisticsParts = ['full', 'partly', 'none', 'open', 'noData'] as const;
export const statisticsColumns = ['requests', ...statisticsParts, 'accounts', 'asked', 'acted', 'takedowns'] as const;
export type StatisticsColumn = (typeof statisticsColumns)[number];

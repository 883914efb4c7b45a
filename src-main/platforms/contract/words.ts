/** The sixteen ways in which a policy can fall short of today's law, in the order of their numbers. */
export const gaps = [
  'officer-not-named',
  'officer-unreachable',
  'bad-pin-code',
  'no-timelines',
  'stale-policy',
  'children',
  'no-appeal-route',
  'unknown-agency',
  'foreign-instrument',
  'retention-conflict',
  'hold-spreads',
  'contradiction',
  'no-rights',
  'data-not-held',
  'business-users',
  'aadhaar',
] as const;

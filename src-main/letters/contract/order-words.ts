/** What letters to the authority behind an order say beside what every letter can. */
export const orderTextFields = [
  'orderName',
  'orderProvision',
  'preservationPaper',
  'preservedFrom',
  'preservedUntil',
  'orderPoints',
  'orderScope',
  'court',
  'courtNumber',
  'filedOn',
  'stayUntil',
  'withdrawnOn',
  'reportTo',
  'materialLies',
  'materialFrozenBy',
] as const;
/** Lists of such letters. */
export const orderListFields = ['preserved', 'preservedBy', 'defects', 'productions', 'hashes'] as const;
export type OrderTextField = (typeof orderTextFields)[number];
export type OrderListField = (typeof orderListFields)[number];

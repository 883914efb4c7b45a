/** Restricted cases: their list, and who holds their keys. */
export const restricted = {
  title: 'Restricted',
  hint: 'Cases that only the persons named in their walls can open. Nothing of them stands in the queue, in search, counts or lists.',
  parts: 'Which cases',
  open: 'Open',
  closed: 'Closed',
  search: 'Search these cases',
  table: 'Restricted cases',
  empty: 'No restricted case here.',
  notFound: 'No restricted case holds these words.',
  emptyHint: 'Orders under sections 69, 69A and 69B and calls under the DPDP Act are restricted by themselves when they are entered.',
  others_one: '{{n}} restricted case is behind a wall that you have no key of.',
  others_other: '{{n}} restricted cases are behind walls that you have no key of.',
  waiting_one: '{{n}} key waits to be given to: {{names}}.',
  waiting_other: '{{n}} keys wait to be given to: {{names}}.',
  giveWaiting: 'Give them their keys',
  raise: {
    open: 'Restrict this case…',
    title: 'Restrict {{ref}}',
    hint: 'The case goes behind a wall with all its past: it leaves the queue, search, counts and lists, and only the nodal contact, the compliance chief and those they name can open it. It does not come back into the open. Older backups and papers still hold it.',
    reasonHint: 'Only those who can open the case read it, once it is restricted.',
    submit: 'Restrict it',
  },
  onSheet:
    'This order is restricted: it is sealed as you log it, and only the nodal contact, the compliance chief and those they name can open it.',
  noClock: 'No clock runs',
  column: {
    ticket: 'Ticket',
    instrument: 'Instrument',
    subject: 'Subject',
    clock: 'Next clock',
    state: 'State',
    holders: 'Who can open it',
  },
  holders: 'Who can open it',
  keys: 'Keys',
  holdersOf: 'Keys of {{ref}}',
  byRole: 'by role',
  byGrant: 'was given the key',
  giveTo: 'Give the key to',
  takeFrom: 'Take the key from',
  person: 'Person',
  reason: 'Reason',
  reasonHint: 'Only those who can open the case read it.',
  give: 'Give the key',
  take: 'Take the key away',
  takeHint:
    'What she has seen she has seen: a key that was taken opens nothing on this desk from now on, but an older backup still holds it.',
  destroyHint:
    'A restricted case goes whole: every entry, file and key. Its ticket and dates stay, and nothing that says what it was. Two of those who can open it decide together.',
};

/** What happened, as the record and the timeline name it. */
export const restrictedEntries = {
  wall_raised: 'A restricted case',
  wall_granted: 'Key of a restricted case given',
  wall_revoked: 'Key of a restricted case taken',
  wall_purged: 'Restricted case destroyed',
  wall_files: 'Keys of files sealed',
  walled_purged: 'Gone behind a wall',
  wall_carried: 'Entry of before the wall',
  wall_explained: 'Who can open it, and why',
};

/** What is done on orders of authorities. */
export const orders = {
  preservations: 'Preservations',
  preservationsHint: 'What is kept for an authority, and until when. What ends first stands on top.',
  preserved: 'Preserved',
  none: 'Nothing is preserved',
  noneHint: 'A preservation begins in its case, under Order.',
  column: { end: 'Ends', ticket: 'Ticket', what: 'What', paper: 'On which paper, since', frozen: 'Frozen by' },
  items_one: '{{n}} item',
  items_other: '{{n}} items',
  until: 'Until {{day}}',
  since: 'since {{at}} IST',
  released: 'Released {{at}} IST: {{reason}}',
  renewed: 'Renewed {{at}} IST, from {{was}}: {{paper}}. {{reason}}',
  unconfirmed: 'No system has confirmed it yet',
  period: {
    'IT-PRES': 'As removed content is kept, rule 3(1)(g)',
    'IT-REG': 'As registration information is kept, rule 3(1)(h)',
  },
};

export const orderActs = {
  preserve: {
    name: 'Preserve',
    done: '{{ref}}: it is preserved, and a legal hold stands.',
    submit: 'Preserve',
    hint: 'Nothing of it is erased or purged until then. Reminders come 30, 7 and 1 days before the end.',
    paper: 'Request or order it rests on',
    accounts: 'Accounts, one a line',
    items: 'Items, one a line',
    categories: 'Data, one sort a line',
    from: 'Since',
    period: 'How long, where no day is named',
    until: 'Until',
    untilHint: 'Only where the paper names a day; left empty, the period of the rulebook counts',
  },
  'confirm-preservation': {
    name: 'Record who froze it',
    done: '{{ref}}: the confirmation is recorded.',
    submit: 'Record',
    preservation: 'What',
    system: 'System that froze it',
    by: 'Who did it',
    reference: 'What shows it',
    at: 'When',
  },
  'renew-preservation': {
    name: 'Renew a preservation',
    done: '{{ref}}: the preservation goes on.',
    submit: 'Renew',
    preservation: 'What',
    paper: 'Paper it rests on now',
    until: 'Until',
    untilHint: 'Left empty, the period of the rulebook is added to the end that stands',
  },
  'release-preservation': {
    name: 'Release a preservation',
    done: '{{ref}}: what was preserved is released.',
    submit: 'Release',
    hint: 'The legal hold ends with it. What is erased then does not come back.',
    preservation: 'What',
    paper: 'Paper it rests on',
  },
};

export const orderEntries = {
  preservation_made: 'Preserved',
  preservation_confirmed: 'System froze it',
  preservation_renewed: 'Preservation renewed',
  preservation_released: 'Preservation released',
};

export const orderLetters = {
  'preservation-notice': 'What is preserved',
};

/** Consent before data is kept longer, and a person's own data that leaves this desk at her request. */
export const keep = {
  consent: {
    title: 'Consent to keep longer',
    promise: 'The policy promises to ask the person before anything is kept longer for a reason other than law ({{clause}}).',
    state: {
      none: 'Nobody was asked: the file is kept as long as law asks for, no longer.',
      asked: 'The letter that asks her is still to be sent.',
      waits: 'She was asked; her answer is awaited. Until she agrees the shorter date stays.',
      given: 'She agreed until {{until}}.',
      refused: 'She did not agree: the shorter date stays.',
      withdrawn: 'She took her consent back: the shorter date stays.',
    },
    asked: 'Asked on {{at}} by {{name}}, to keep until {{until}}: {{reason}}',
    answered: '{{answer}} on {{at}}: {{how}}',
    answer: { given: 'Agreed', refused: 'Did not agree', withdrawn: 'Took her consent back' },
    list: 'Consent asked, answer awaited',
    line: '{{ref}}: asked on {{at}}, to keep until {{until}}',
  },
  erasure: {
    title: 'Her own data in this desk',
    hint: 'Where she also asks that her data leave this desk itself. What only the desk chose to keep gives way to her request; law, holds, appeals and the files of others do not.',
    goes: 'Goes',
    remains: 'Remains',
    nothing: 'Nothing can go now.',
    what: {
      case: 'the whole file',
      identity_one: '{{n}} piece of identity evidence',
      identity_other: '{{n}} pieces of identity evidence',
      notes_one: '{{n}} note',
      notes_other: '{{n}} notes',
      identifiers_one: '{{n}} entry added to her record',
      identifiers_other: '{{n}} entries added to her record',
    },
    why: {
      request: 'this request',
      open: 'it is open',
      hold: 'a legal hold',
      appeal: 'it can still be appealed against',
      law: 'the law asks for it to be kept',
      promise: 'the policy says that it is kept',
      linked: 'another case that hangs on it is open',
      mail: 'a message that nobody has acted on',
      authority: 'another case rests on an authority in it',
      'not-hers': 'the file of somebody else, or of an authority',
    },
    until: 'until {{day}}',
    verify: 'Who asks has to be verified first: what is erased does not come back.',
    begin: 'Erase her data here',
    erase: 'Erase for good',
    done: 'Her data was taken out. Now write the certificate.',
    past: 'Taken out on {{at}} by {{name}}.',
    alone: 'Taken out on {{at}} by {{name}}, alone at the desk.',
    write: 'Write the certificate',
    waits: 'Another person has to agree first; then do it again.',
  },
};

export const keepActs = {
  'ask-consent': {
    name: 'Ask for consent to keep longer',
    done: '{{ref}}: write the letter that asks her.',
    submit: 'Begin asking',
    hint: 'For a reason other than law. The letter tells her until when and why; only her yes lets the desk place a hold of its own.',
    until: 'Keep until',
  },
  'record-consent': {
    name: 'Record her answer on keeping longer',
    done: '{{ref}}: her answer is recorded.',
    submit: 'Record answer',
    hint: 'A no, or a yes taken back, releases the holds of the desk’s own on this case.',
    answer: 'Her answer',
    at: 'Answered at',
    how: 'How, and where it can be found',
  },
};

export const keepEntries = {
  consent_asked: 'Consent to be asked for',
  consent_answered: 'Consent answered',
  person_purged: 'Words about a person purged',
  person_erased: 'A person’s own data taken out',
};

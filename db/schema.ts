/**
 * What sort of table each one is. A fold is a function of the journal: `verify --deep` rebuilds it and compares every cell.
 * Derived tables are rebuilt but not compared; local ones belong to this desk alone and are not in the record.
 */
export const tableSorts = {
  journal: 'record',
  journal_body: 'record',
  checkpoint: 'record',
  organisation: 'fold',
  desk: 'fold',
  epoch: 'fold',
  desk_person: 'fold',
  key_slot: 'fold',
  adopted: 'fold',
  rulebook_proposal: 'fold',
  approval: 'fold',
  setting: 'fold',
  ticket_series: 'fold',
  case_file: 'fold',
  case_item: 'fold',
  queue: 'fold',
  alarm: 'fold',
  duty: 'fold',
  letter: 'fold',
  attachment: 'fold',
  mail_seen: 'fold',
  identity_attempt: 'fold',
  identity_purge: 'fold',
  case_tombstone: 'fold',
  case_party: 'fold',
  party_identifier: 'fold',
  authority: 'fold',
  party_merge: 'fold',
  party_apart: 'fold',
  case_work: 'fold',
  legal_hold: 'fold',
  received_order: 'fold',
  authority_check: 'fold',
  action_sheet: 'fold',
  item_capture: 'fold',
  production: 'fold',
  disclosure: 'fold',
  disclosure_account: 'fold',
  disclosure_approval: 'fold',
  disclosure_notice: 'fold',
  counsel_decision: 'fold',
  merkle_node: 'derived',
  tally: 'derived',
  party_key: 'derived',
  party_progress: 'derived',
  search_progress: 'derived',
  search_text: 'derived',
  search_doc: 'derived',
  attachment_key: 'local',
  draft: 'local',
  preference: 'local',
  job: 'local',
} as const;

export type TableName = keyof typeof tableSorts;

export const foldTables = (Object.keys(tableSorts) as TableName[]).filter((name) => tableSorts[name] === 'fold');

/** `via X`: rows whose column X holds the number of a row of the table X that goes. */
export type PurgeWay = 'subject' | 'people' | 'own' | 'none' | `via ${string}`;

/**
 * How the purge of a case reaches tables: by their `subject` (`case:TICKET`), by the records of the people who go with it, by a
 * statement of its own, by another table, or not at all because no row is of one case. A table that is not named here has a column
 * `ref`, and its rows with that ticket go.
 */
export const purgeWays: Readonly<Record<string, PurgeWay>> = {
  journal: 'none',
  journal_body: 'own',
  checkpoint: 'none',
  organisation: 'none',
  desk: 'none',
  epoch: 'none',
  desk_person: 'none',
  appointment: 'none',
  key_slot: 'none',
  adopted: 'none',
  rulebook_proposal: 'none',
  approval: 'subject',
  setting: 'none',
  ticket_series: 'none',
  case_file: 'own',
  case_item: 'own',
  queue: 'own',
  duty: 'none',
  party_identifier: 'people',
  party_merge: 'people',
  party_apart: 'people',
  disclosure_account: 'via disclosure',
  disclosure_approval: 'via disclosure',
  disclosure_notice: 'via disclosure',
  case_tombstone: 'none',
  merkle_node: 'none',
  tally: 'none',
  party_key: 'own',
  party_progress: 'none',
  search_progress: 'none',
  search_text: 'own',
  search_doc: 'own',
  attachment_key: 'own',
  draft: 'own',
  preference: 'none',
  job: 'none',
};

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
  case_party: 'fold',
  party_identifier: 'fold',
  authority: 'fold',
  party_merge: 'fold',
  party_apart: 'fold',
  case_work: 'fold',
  legal_hold: 'fold',
  received_order: 'fold',
  authority_check: 'fold',
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

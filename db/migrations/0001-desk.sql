-- The record. Rows of these three tables are written once; only a purge may blank a body.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  desk TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_by_subject ON journal (subject, seq);
CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE journal_body (
  seq INTEGER PRIMARY KEY,
  salt BLOB CHECK (salt IS NULL OR length(salt) = 32),
  body TEXT,
  CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;
CREATE TRIGGER journal_body_only_blanks BEFORE UPDATE ON journal_body WHEN NEW.body IS NOT NULL OR NEW.seq <> OLD.seq
  BEGIN SELECT RAISE(ABORT, 'a body may only be purged'); END;
CREATE TRIGGER journal_body_is_kept BEFORE DELETE ON journal_body BEGIN SELECT RAISE(ABORT, 'a body may only be purged'); END;

CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL
) STRICT;
CREATE TRIGGER checkpoint_is_append_only_update BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoint_is_append_only_delete BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;

-- Folds: functions of the journal, rebuilt and compared by verify --deep.
CREATE TABLE organisation (
  id TEXT PRIMARY KEY CHECK (id = 'organisation'),
  workspace TEXT NOT NULL,
  name TEXT NOT NULL,
  synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE desk (
  id TEXT PRIMARY KEY,
  opened_at TEXT NOT NULL,
  opened_seq INTEGER NOT NULL,
  restored_from TEXT
) STRICT;

CREATE TABLE epoch (
  number INTEGER PRIMARY KEY,
  desk TEXT NOT NULL,
  public_key TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE desk_person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  designation TEXT,
  roles TEXT NOT NULL,
  exchange_key TEXT NOT NULL,
  signing_key TEXT NOT NULL,
  from_date TEXT,
  until_date TEXT,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

-- Who holds the offices that the law wants filled, for what platform (NULL: all) and when. Days are days in IST.
CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  office TEXT NOT NULL CHECK (office IN ('grievance-officer', 'nodal-contact', 'compliance-chief')),
  platform TEXT,
  name TEXT NOT NULL,
  designation TEXT,
  email TEXT,
  phone TEXT,
  address TEXT,
  from_date TEXT NOT NULL,
  until_date TEXT
) STRICT;

CREATE TABLE key_slot (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
  label TEXT NOT NULL,
  person TEXT,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE adopted (
  kind TEXT NOT NULL CHECK (kind IN ('rulebook', 'profile', 'template', 'calendar')),
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  adopted_at TEXT NOT NULL,
  adopted_seq INTEGER NOT NULL,
  -- The entry after which every open case went by it; NULL while they are still being looked at.
  applied_seq INTEGER,
  PRIMARY KEY (kind, name, adopted_seq)
) STRICT, WITHOUT ROWID;

-- Rulebooks that one person offered and another has to approve.
CREATE TABLE rulebook_proposal (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  hash TEXT NOT NULL,
  previous TEXT NOT NULL,
  content TEXT NOT NULL,
  reason TEXT NOT NULL,
  signed_by TEXT,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('approved', 'declined')),
  decided_by TEXT,
  decided_at TEXT,
  decided_reason TEXT
) STRICT;

-- What one person may do only after another agreed; used_at: it was done.
CREATE TABLE approval (
  seq INTEGER PRIMARY KEY,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  object TEXT NOT NULL,
  reason TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('approved', 'declined', 'withdrawn')),
  decided_by TEXT,
  decided_at TEXT,
  decided_reason TEXT,
  used_at TEXT
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_series (
  platform TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (platform, year)
) STRICT, WITHOUT ROWID;

-- With a rowid: a row of this length would spill into overflow pages in a table without one, and every act rewrites it.
CREATE TABLE case_file (
  ref TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'acknowledged', 'under-review', 'decided', 'closed', 'reopened')),
  identity TEXT NOT NULL,
  outcome TEXT,
  subject TEXT NOT NULL,
  complainant TEXT NOT NULL,
  on_behalf_of TEXT,
  channel TEXT NOT NULL,
  received_at TEXT NOT NULL,
  received_from TEXT NOT NULL,
  confirm_receipt INTEGER NOT NULL CHECK (confirm_receipt IN (0, 1)),
  entered_at TEXT NOT NULL,
  late_reason TEXT,
  historical INTEGER NOT NULL CHECK (historical IN (0, 1)),
  old_reference TEXT,
  assignee TEXT,
  backup TEXT,
  facts TEXT NOT NULL,
  moments TEXT NOT NULL,
  clocks TEXT NOT NULL,
  rulebook TEXT NOT NULL,
  decision TEXT,
  next_due TEXT,
  links TEXT NOT NULL,
  target TEXT,
  next_alarm TEXT,
  changed_seq INTEGER NOT NULL
) STRICT;
-- What was decided alike, the newest first.
CREATE INDEX case_by_decision ON case_file (platform, kind, (CASE WHEN json_valid(decision) THEN decision ->> 'seq' END))
  WHERE decision IS NOT NULL;
-- How long closed cases are kept, and what hangs on what, without reading the long rows of all cases.
CREATE INDEX case_closed ON case_file (seq, ref, platform, kind, outcome, received_at, moments, links) WHERE state = 'closed';
CREATE INDEX case_linked ON case_file (ref, state, links) WHERE links <> '[]';
CREATE INDEX case_by_alarm ON case_file (next_alarm) WHERE next_alarm IS NOT NULL;

CREATE TABLE case_item (
  ref TEXT NOT NULL,
  n INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('url', 'account', 'post')),
  value TEXT NOT NULL,
  action TEXT,
  acted_at TEXT,
  proof TEXT,
  PRIMARY KEY (ref, n)
) STRICT, WITHOUT ROWID;
-- Only what was taken down: by it the same address is known again.
CREATE INDEX case_item_removed ON case_item (value) WHERE action IN ('removed', 'disabled');

-- One row an open case, with every column the queue shows; closed cases leave.
CREATE TABLE queue (
  next_due TEXT NOT NULL,
  ref TEXT NOT NULL,
  next_rule TEXT,
  next_internal INTEGER NOT NULL CHECK (next_internal IN (0, 1)),
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  identity TEXT NOT NULL,
  subject TEXT NOT NULL,
  complainant TEXT,
  received_at TEXT NOT NULL,
  confirm_receipt INTEGER NOT NULL CHECK (confirm_receipt IN (0, 1)),
  assignee TEXT,
  PRIMARY KEY (next_due, ref)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_by_platform ON queue (platform);
CREATE INDEX queue_by_kind ON queue (kind);
-- Only the rare states: the common ones are found soon enough in due order, and every act would pay for them.
CREATE INDEX queue_by_rare_state ON queue (state) WHERE state IN ('decided', 'reopened');

-- The last alarm shown for each clock that still runs, and who acknowledged it.
CREATE TABLE alarm (
  ref TEXT NOT NULL,
  rule TEXT NOT NULL,
  step TEXT NOT NULL,
  due TEXT NOT NULL,
  how TEXT NOT NULL,
  shown_at TEXT NOT NULL,
  acknowledged_at TEXT,
  acknowledged_by TEXT,
  PRIMARY KEY (ref, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX alarm_open ON alarm (due, ref) WHERE acknowledged_at IS NULL;

-- What started a duty that no case owns, by family and platform.
CREATE TABLE duty (
  family TEXT NOT NULL,
  platform TEXT NOT NULL,
  started_at TEXT NOT NULL,
  rule TEXT,
  due TEXT,
  next_alarm TEXT,
  changed_seq INTEGER NOT NULL,
  PRIMARY KEY (family, platform)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  template TEXT NOT NULL,
  language TEXT NOT NULL,
  prepared_seq INTEGER NOT NULL,
  prepared_at TEXT NOT NULL,
  record INTEGER,
  sha256 TEXT,
  pages INTEGER,
  attachment TEXT,
  sealed_at TEXT,
  sent_at TEXT,
  mode TEXT,
  proof TEXT,
  superseded_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_by_case ON letter (ref);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('mail-original', 'mail-part', 'letter', 'evidence', 'source-text', 'identity', 'redacted', 'package')),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- waiting: nobody has said whether it shows an Aadhaar number; withheld: its bytes are gone.
  quarantine TEXT CHECK (quarantine IN ('waiting', 'clear', 'withheld')),
  added_at TEXT NOT NULL,
  added_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_case ON attachment (ref);
CREATE INDEX attachment_waiting ON attachment (added_seq, id) WHERE quarantine = 'waiting';

-- Which mails are in, so that the same file dropped twice makes one case.
CREATE TABLE mail_seen (
  sha256 TEXT PRIMARY KEY,
  message_id TEXT,
  ref TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_seen_by_message ON mail_seen (message_id) WHERE message_id IS NOT NULL;

-- Who asks: every attempt at verifying it, with its number masked; never changed, only purged.
CREATE TABLE identity_attempt (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  method TEXT NOT NULL,
  document TEXT NOT NULL,
  document_named TEXT,
  whose TEXT NOT NULL CHECK (whose IN ('complainant', 'representative')),
  masked TEXT,
  is_right INTEGER CHECK (is_right IN (0, 1)),
  reason_of_check TEXT,
  result TEXT NOT NULL,
  reason TEXT,
  lacking TEXT NOT NULL,
  policy TEXT NOT NULL,
  evidence TEXT,
  authority TEXT
) STRICT;
CREATE INDEX identity_attempt_by_case ON identity_attempt (ref);

-- What remains of identity evidence once it was purged.
CREATE TABLE identity_purge (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  files INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX identity_purge_by_case ON identity_purge (ref);

-- What remains of a case once it was purged: its ticket, dates and outcome, by whom and on what ground. No personal data.
CREATE TABLE case_tombstone (
  ref TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  platform TEXT NOT NULL,
  kind TEXT NOT NULL,
  outcome TEXT,
  received_at TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  purged_at TEXT NOT NULL,
  tombstone TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who stands in a case, by the record of each: `party:` and the entry that began it. A complainant without a row has the
-- record of her own case, which is nearly every one.
CREATE TABLE case_party (
  ref TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('complainant', 'principal', 'representative')),
  party TEXT NOT NULL,
  PRIMARY KEY (ref, role, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_party_by_party ON case_party (party);

-- Identifiers that a person of the desk added; those that cases bring stand in the cases.
CREATE TABLE party_identifier (
  party TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  shown TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (party, kind, value)
) STRICT, WITHOUT ROWID;

-- Somebody's right to act for another, as an instrument gives it. Days are days in IST.
CREATE TABLE authority (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  type TEXT NOT NULL,
  instrument TEXT NOT NULL,
  registered_number TEXT,
  dated_on TEXT NOT NULL,
  scope TEXT,
  expires_on TEXT,
  is_notarised INTEGER NOT NULL CHECK (is_notarised IN (0, 1)),
  principal TEXT NOT NULL,
  representative TEXT NOT NULL,
  evidence TEXT,
  recorded_at TEXT NOT NULL,
  ended_on TEXT,
  ended_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX authority_by_case ON authority (ref);

-- Records that were made one person, and whether they have been parted again.
CREATE TABLE party_merge (
  seq INTEGER PRIMARY KEY,
  party TEXT NOT NULL,
  into_party TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  undone_at TEXT,
  undone_reason TEXT
) STRICT;
CREATE INDEX party_merge_by_party ON party_merge (party);
CREATE INDEX party_merge_by_into ON party_merge (into_party);

-- Records that are two people, as somebody said.
CREATE TABLE party_apart (
  party TEXT NOT NULL,
  other TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (party, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_apart_by_other ON party_apart (other);

-- The work of a case's workflow: systems searched, data categories, recipients told, files decided on, confirmations. The
-- last word about a thing counts; none is changed.
CREATE TABLE case_work (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('search', 'category', 'recipient', 'redaction', 'confirmation')),
  name TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
CREATE INDEX case_work_by_case ON case_work (ref);

-- Legal holds: nothing they reach is erased while they stand.
CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  party TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('case', 'person', 'connected')),
  basis TEXT NOT NULL CHECK (basis IN ('law', 'own')),
  accounts TEXT NOT NULL,
  instrument TEXT NOT NULL,
  until TEXT,
  reason TEXT NOT NULL,
  placed_at TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  released_at TEXT,
  released_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_hold_standing ON legal_hold (placed_at) WHERE released_at IS NULL;

-- What an order of an authority says; recorded again, the row is written anew. order_key: agency and number as they are compared.
CREATE TABLE received_order (
  ref TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  instrument TEXT NOT NULL,
  agency TEXT,
  state TEXT,
  order_key TEXT,
  particulars TEXT NOT NULL
) STRICT;
CREATE INDEX received_order_by_key ON received_order (order_key) WHERE order_key IS NOT NULL;

-- What is done on an order, entry by entry: what is preserved, questions, refusals, certificates, and material that must not be kept.
CREATE TABLE order_entry (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX order_entry_by_case ON order_entry (ref, seq);
CREATE INDEX order_entry_preserved ON order_entry (ref) WHERE kind = 'preservation.made';

-- Each step by which the authority behind an order was checked; the last word about a step counts, none is changed.
CREATE TABLE authority_check (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  step TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('confirmed', 'failed', 'not-needed')),
  detail TEXT NOT NULL,
  number TEXT,
  found_in TEXT,
  evidence TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX authority_check_by_case ON authority_check (ref);
-- Appeals to the Grievance Appellate Committee, by the case of the reply.
CREATE TABLE appeal (
  ref TEXT PRIMARY KEY,
  original TEXT NOT NULL,
  order_ref TEXT,
  number TEXT NOT NULL,
  told_at TEXT NOT NULL,
  reply_by TEXT,
  result TEXT,
  ordered_at TEXT,
  order_text TEXT,
  comply_by TEXT,
  complied_at TEXT,
  complied_how TEXT,
  report_at TEXT,
  report_where TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX appeal_by_original ON appeal (original);
CREATE INDEX appeal_by_order ON appeal (order_ref) WHERE order_ref IS NOT NULL;

-- What is done about telling the user whose content was removed, by the case of the removal.
CREATE TABLE uploader_notice (
  ref TEXT PRIMARY KEY,
  choice TEXT NOT NULL CHECK (choice IN ('send', 'not-required', 'withheld')),
  ground TEXT NOT NULL,
  notice TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Sheets of items that went to those who act on them.
CREATE TABLE action_sheet (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('csv', 'pdf')),
  sent_to TEXT NOT NULL,
  due_back TEXT,
  items INTEGER NOT NULL,
  is_reminder INTEGER NOT NULL CHECK (is_reminder IN (0, 1)),
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX action_sheet_by_case ON action_sheet (ref);

-- What an item was before it went: a file of the case or the hash of one kept elsewhere.
CREATE TABLE item_capture (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  value TEXT NOT NULL,
  attachment TEXT,
  sha256 TEXT NOT NULL,
  changed INTEGER NOT NULL CHECK (changed IN (0, 1)),
  note TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX item_capture_by_case ON item_capture (ref);
CREATE INDEX item_capture_by_hash ON item_capture (sha256);

-- Files hashed for production; the files themselves stay where they are.
CREATE TABLE production (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX production_by_case ON production (ref);

-- The register of what was disclosed to authorities: a line is never changed. approval: the entry of the second person's.
CREATE TABLE disclosure (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  production INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  category TEXT NOT NULL,
  period_from TEXT,
  period_to TEXT,
  volume TEXT NOT NULL,
  mode TEXT NOT NULL,
  recipient TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  accounts TEXT NOT NULL,
  at TEXT NOT NULL,
  proof TEXT,
  reason TEXT NOT NULL,
  approval INTEGER,
  is_sole INTEGER NOT NULL CHECK (is_sole IN (0, 1)),
  approve_by TEXT,
  is_secret INTEGER NOT NULL CHECK (is_secret IN (0, 1)),
  secret_until TEXT,
  "by" TEXT NOT NULL
) STRICT;
CREATE INDEX disclosure_by_case ON disclosure (ref);
CREATE TRIGGER disclosure_stays BEFORE UPDATE ON disclosure
BEGIN
  SELECT RAISE(ABORT, 'a disclosure is never changed');
END;

-- By it everything is found that was ever disclosed about an account.
CREATE TABLE disclosure_account (
  account TEXT NOT NULL,
  disclosure INTEGER NOT NULL,
  PRIMARY KEY (account, disclosure)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosure_approval (
  disclosure INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  "by" TEXT NOT NULL
) STRICT;

CREATE TABLE disclosure_notice (
  disclosure INTEGER PRIMARY KEY,
  told_at TEXT NOT NULL,
  how TEXT NOT NULL
) STRICT;

-- Counsel's word on requests that no law makes binding; the last one counts.
CREATE TABLE counsel_decision (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  allow INTEGER NOT NULL CHECK (allow IN (0, 1)),
  counsel TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX counsel_decision_by_case ON counsel_decision (ref);

-- Restricted cases: that there is one of this ticket, and nothing else of it. Its entries are sealed, and no other table has a row of it.
CREATE TABLE wall (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  raised_at TEXT NOT NULL,
  raised_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The key of each wall, wrapped to a person who may open it.
CREATE TABLE wall_key (
  wall TEXT NOT NULL,
  person TEXT NOT NULL,
  wrapped TEXT NOT NULL,
  given_seq INTEGER NOT NULL,
  PRIMARY KEY (wall, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX wall_key_by_person ON wall_key (person);

-- The files of restricted cases, by their random names; their keys are sealed.
CREATE TABLE wall_file (
  file TEXT PRIMARY KEY,
  wall TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What remains of a restricted case once its wall was destroyed: nothing that says what it was.
CREATE TABLE wall_tombstone (
  ref TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  raised_at TEXT NOT NULL,
  purged_at TEXT NOT NULL,
  purged_by TEXT NOT NULL,
  entries INTEGER NOT NULL,
  files INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person was asked where a policy promises to ask before her data is kept longer for a reason other than law, and her answer.
CREATE TABLE keep_consent (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  until TEXT NOT NULL,
  reason TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT,
  how TEXT
) STRICT;
CREATE INDEX keep_consent_by_case ON keep_consent (ref);

-- A person's own data that was taken out of this desk at her request: what went, and what remains until when. No personal data.
CREATE TABLE person_erasure (
  seq INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  sole INTEGER NOT NULL,
  goes TEXT NOT NULL,
  remains TEXT NOT NULL
) STRICT;
CREATE INDEX person_erasure_by_case ON person_erasure (ref);

-- Derived: rebuilt, not compared.
CREATE TABLE merkle_node (
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (facet, value)
) STRICT, WITHOUT ROWID;

-- Identifiers of all people, in the form in which they are compared; `ref` is the case that brings it, or empty.
CREATE TABLE party_key (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  party TEXT NOT NULL,
  ref TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (kind, value, party, ref)
) STRICT, WITHOUT ROWID;
-- Up to which entry names are among them.
CREATE TABLE party_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  upto INTEGER NOT NULL
) STRICT;
INSERT INTO party_progress VALUES (1, 0);

CREATE TABLE search_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  upto INTEGER NOT NULL
) STRICT;
INSERT INTO search_progress VALUES (1, 0);
CREATE VIRTUAL TABLE search_text USING fts5 (
  ref, body, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL
) STRICT;
CREATE INDEX search_doc_by_case ON search_doc (ref);
INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);

-- Local: this desk's own, outside the record.
CREATE TABLE attachment_key (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled')),
  done INTEGER NOT NULL,
  total INTEGER,
  detail TEXT,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;

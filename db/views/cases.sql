-- One line a case: what it is, where it stands and when. No names, no subject, no text.
-- Instants are UTC; next_due is the earliest legal limit still open, or the desk's own target.
CREATE VIEW cases AS
SELECT
  ref AS ticket,
  platform,
  kind,
  state,
  identity AS identity_check,
  outcome,
  channel,
  received_at,
  received_from AS receipt_taken_from,
  confirm_receipt AS receipt_unconfirmed,
  entered_at,
  late_reason IS NOT NULL AS entered_late_with_reason,
  historical AS imported_history,
  json_extract(dates, '$.acknowledgementSent') AS acknowledgement_sent_at,
  json_extract(dates, '$.decided') AS decided_at,
  json_extract(dates, '$.decisionSent') AS decision_sent_at,
  json_extract(dates, '$.withdrawn') AS withdrawn_at,
  json_extract(dates, '$.closed') AS closed_at,
  json_extract(dates, '$.voided') AS voided_at,
  next_due,
  CASE WHEN assignee LIKE 'user:%' THEN assignee END AS assigned_to,
  rulebook AS rulebook_hash,
  seq AS first_entry,
  changed_seq AS last_entry
FROM (SELECT *, CASE WHEN json_valid(moments) THEN moments END AS dates FROM case_file)
ORDER BY seq;

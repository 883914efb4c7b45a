-- One line a legal hold: on which case, how far it reaches, on what it stands, until when, and whether it was released. Accounts,
-- instrument and reasons stand in the record alone.
CREATE VIEW legal_holds AS
SELECT
  ref AS ticket,
  scope,
  basis,
  json_array_length(accounts) AS connected_accounts,
  placed_at,
  placed_by,
  until,
  released_at
FROM legal_hold
ORDER BY placed_at, id;

-- One line an authority to act for another: its kind, dates and scope (a list of kinds of request, NULL for all). Whose it is stands
-- as ids of records alone.
CREATE VIEW authorities AS
SELECT
  ref AS ticket,
  type,
  dated_on,
  expires_on,
  scope,
  is_notarised AS notarised,
  principal,
  representative,
  recorded_at,
  ended_on
FROM authority
ORDER BY recorded_at, id;

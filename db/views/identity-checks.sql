-- One line an attempt at verifying who asks: how, by which document, whether the number was right in form (NULL where nothing
-- could be checked), the result, and how much of the checklist lacked. No number, no name, no reason. Purged ones are gone.
CREATE VIEW identity_checks AS
SELECT
  ref AS ticket,
  at AS checked_at,
  "by" AS checked_by,
  document,
  whose AS whose_identity,
  is_right AS right_in_form,
  result,
  json_array_length(lacking) AS lacked_of_checklist,
  policy AS checklists,
  seq AS entry
FROM identity_attempt
ORDER BY seq;

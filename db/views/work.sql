-- One line a piece of work on a request: a system searched or that confirmed, a data category gone through, a recipient told, a file
-- decided on. What was asked, found and written stands in the record alone.
CREATE VIEW work_done AS
SELECT
  ref AS ticket,
  sort,
  at AS done_at,
  entered_by,
  seq AS entry
FROM case_work
ORDER BY seq;

-- One line a clock as it stood when its case was closed: frozen then, never computed again. `closing` counts a case's
-- closings from 1; `result` is met, missed, withdrawn, open or none.
CREATE VIEW closed_clocks AS
SELECT
  case_file.ref AS ticket,
  closing.key + 1 AS closing,
  json_extract(clock.value, '$.rule') AS rule,
  json_extract(clock.value, '$.start') AS started_at,
  json_extract(clock.value, '$.due') AS due_at,
  json_extract(clock.value, '$.stoppedAt') AS stopped_at,
  json_extract(clock.value, '$.result') AS result,
  json_extract(clock.value, '$.lateBySeconds') AS late_by_seconds,
  json_extract(clock.value, '$.rulebook') AS rulebook_hash
FROM
  case_file,
  json_each(CASE WHEN json_valid(case_file.clocks) THEN case_file.clocks END, '$.past') AS closing,
  json_each(closing.value) AS clock
ORDER BY case_file.seq, closing.key, clock.id;

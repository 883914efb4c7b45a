-- One line a clock that runs or ran in a case as it stands now; `state` is runs, waits, duty, stopped or withdrawn.
-- A clock that stopped after its due date was missed. Instants are UTC.
CREATE VIEW clocks AS
SELECT
  case_file.ref AS ticket,
  json_extract(clock.value, '$.rule') AS rule,
  json_extract(clock.value, '$.sense') AS sense,
  json_extract(clock.value, '$.state') AS state,
  json_extract(clock.value, '$.start') AS started_at,
  json_extract(clock.value, '$.due') AS due_at,
  json_extract(clock.value, '$.stoppedAt') AS stopped_at,
  json_extract(clock.value, '$.internal') AS own_target,
  json_extract(clock.value, '$.disputed') AS reading_disputed
FROM case_file, json_each(CASE WHEN json_valid(case_file.clocks) THEN case_file.clocks END, '$.now') AS clock
ORDER BY case_file.seq, clock.id;

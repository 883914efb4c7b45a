-- One line a case that was purged: its ticket, platform, kind, outcome and dates, and the entry that purged it.
CREATE VIEW purged_cases AS
SELECT ref AS ticket, platform, kind, outcome, received_at, closed_at, purged_at, seq AS entry
FROM case_tombstone
ORDER BY seq;

-- One line a rulebook, platform profile or letter template the workspace went by, and from which entry on.
CREATE VIEW adoptions AS
SELECT kind, name, version, hash, adopted_at, adopted_seq AS adopted_entry
FROM adopted
ORDER BY adopted_seq, kind, name;

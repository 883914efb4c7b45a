-- One line a purge of identity evidence: how many attempts and files went, when, and by whom.
CREATE VIEW identity_purges AS
SELECT ref AS ticket, at AS purged_at, "by" AS purged_by, attempts, files, seq AS entry
FROM identity_purge
ORDER BY seq;

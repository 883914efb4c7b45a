-- One line a way into the workspace: a passphrase or a printed recovery code. Labels are left out.
CREATE VIEW slots AS
SELECT id AS slot, kind, person, added_at, removed_at
FROM key_slot
ORDER BY added_at, id;

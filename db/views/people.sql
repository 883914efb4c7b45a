-- One line a person of the desk, by id: roles, signing key and time at the desk. Names are left out.
CREATE VIEW people AS
SELECT id AS person, roles, signing_key, added_at, removed_at
FROM desk_person
ORDER BY added_at, id;

-- One line a file kept with a case: what it is for, its type, size and SHA-256. File names are left out.
-- In a copy sha256 is NULL for cases whose bodies are not handed over: unsalted, it would confirm a guess.
CREATE VIEW files AS
SELECT id AS file, ref AS ticket, purpose, media_type, size_bytes, sha256, added_at, added_seq AS added_entry
FROM attachment
ORDER BY added_seq, id;

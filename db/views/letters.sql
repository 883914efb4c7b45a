-- One line a letter: when it was prepared, sealed and sent, the entry it rests on and the SHA-256 of its PDF.
-- In a copy sha256 is NULL for cases whose bodies are not handed over: unsalted, it would confirm a guess.
CREATE VIEW letters AS
SELECT
  id AS letter,
  ref AS ticket,
  template,
  language,
  prepared_at,
  prepared_seq AS prepared_entry,
  record AS record_printed,
  sha256,
  pages,
  sealed_at,
  sent_at,
  mode AS sent_by,
  proof IS NOT NULL AS proof_of_dispatch_kept,
  superseded_by
FROM letter
ORDER BY prepared_seq, id;

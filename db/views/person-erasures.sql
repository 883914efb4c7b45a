-- Requests on which a person's own data was taken out of this desk. What went stands in the certificate.
CREATE VIEW person_erasures AS
SELECT
  ref AS ticket,
  at AS erased_at,
  CASE WHEN "by" LIKE 'user:%' THEN "by" END AS erased_by,
  sole,
  json_array_length(goes) AS lines_gone,
  json_array_length(remains) AS lines_remaining
FROM person_erasure
ORDER BY seq;

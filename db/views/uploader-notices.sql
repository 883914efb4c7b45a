-- What was done about telling the user whose content was removed. No grounds, no names.
CREATE VIEW uploader_notices AS
SELECT
  ref AS ticket,
  choice,
  notice AS notice_ticket,
  at AS said_at,
  CASE WHEN "by" LIKE 'user:%' THEN "by" END AS said_by
FROM uploader_notice
ORDER BY at, ref;

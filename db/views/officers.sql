-- The offices that the law wants filled, by date: for which platform (NULL: all), from when until when. No names.
CREATE VIEW officers AS
SELECT
  id AS appointment,
  office,
  platform,
  from_date,
  until_date
FROM appointment
ORDER BY office, from_date, id;

-- Where a person was asked whether her data may be kept longer, and her answer. No reasons.
CREATE VIEW consents_asked AS
SELECT
  ref AS ticket,
  until AS asked_until,
  asked_at,
  CASE WHEN asked_by LIKE 'user:%' THEN asked_by END AS asked_by,
  answer,
  answered_at
FROM keep_consent
ORDER BY seq;

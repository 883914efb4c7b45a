-- Appeals to the Grievance Appellate Committee: told, answered, ordered, complied with, reported. No words of the order.
CREATE VIEW appeals AS
SELECT
  ref AS ticket,
  original AS appealed_ticket,
  order_ref AS order_ticket,
  told_at,
  reply_by,
  result,
  ordered_at,
  comply_by,
  complied_at,
  report_at AS compliance_report_at
FROM appeal
ORDER BY told_at, ref;

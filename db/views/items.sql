-- One line a link, account or post that a case is about, and what was done with it. The item itself is left out.
CREATE VIEW items AS
SELECT ref AS ticket, n AS item, type, action, acted_at
FROM case_item
ORDER BY ref, n;

-- Attached PDFs are packed already. After 299, which sets each column's storage back to its type's own.
alter table vault.attachment alter column content set storage external;

-- A text's reference is made from salt and body (a UUID of version 8), so that it cannot be changed unseen. Texts from before have another
-- version and no salt.
alter table vault.text add column salt bytea;
alter table vault.text alter column salt set statistics 0;

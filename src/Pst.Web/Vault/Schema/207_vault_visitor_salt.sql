-- Details that the visitor corrected are committed to by an event, as signings are; the salt is null until then.
alter table vault.visitor add column salt bytea;

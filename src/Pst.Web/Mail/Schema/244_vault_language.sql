-- Mails are HTML beside the text, some with an entry for the reader's calendar; a mail from before is text alone.
alter table vault.letter add column html text, add column calendar_method text, add column calendar text;
-- Each address has beside it the language in which its owner wrote, so that they are answered in it whoever presses the button.
alter table vault.complainant add column language text not null default 'id';
alter table vault.visitor add column language text not null default 'id';
alter table vault.letter alter column html set statistics 0, alter column calendar_method set statistics 0, alter column calendar set statistics 0;
alter table vault.complainant alter column language set statistics 0;
alter table vault.visitor alter column language set statistics 0;

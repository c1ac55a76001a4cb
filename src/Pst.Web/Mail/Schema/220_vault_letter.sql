-- Mails that are not sent yet; what is sent is deleted. Requests may only lay one down: they can read none, of no office.
create table vault.letter (
    id        uuid        not null primary key,
    recipient text        not null,
    subject   text        not null,
    body      text        not null,
    due       timestamptz not null,
    until     timestamptz not null,
    tries     integer     not null default 0
);
create index letter_due on vault.letter (due);
grant insert on vault.letter to pst_app;
grant select, insert, update, delete on vault.letter to pst_worker;

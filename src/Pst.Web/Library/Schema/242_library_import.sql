-- Imports and what came of them; the report is told while it goes on.
create table library.import (
    id       uuid        not null primary key,
    source   text        not null,
    started  timestamptz not null default now(),
    finished timestamptz,
    report   jsonb       not null
);
create index import_started on library.import (started desc);
grant select on library.import to pst_app, pst_worker;
grant insert, update, delete on library.import to pst_worker;

-- How far the reading of a domain has come, to go on there after it was cut short, and what was seen in it.
create table library.sweep (
    domain  varchar(4)  not null primary key,
    begun   timestamptz not null default now(),
    next    integer     not null,
    total   integer,
    whole   boolean     not null default true
);
create table library.sweep_seen (
    domain varchar(4)   not null references library.sweep on delete cascade,
    pub_id varchar(200) not null,
    constraint sweep_seen_pkey primary key (domain, pub_id)
);
grant select, insert, update, delete on library.sweep, library.sweep_seen to pst_worker;

-- Counts up with every change of the catalogue: what was computed of an older one is not shown.
create table library.edition (
    one    boolean not null primary key default true check (one),
    number bigint  not null
);
insert into library.edition (number) values (1);
grant select on library.edition to pst_app, pst_worker;
grant update on library.edition to pst_worker;

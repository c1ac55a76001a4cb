-- The catalogue as the Web API tells it, by its domain and id: reference data of the whole country, which no event speaks of. What is gone
-- there is marked and stays.
grant usage on schema library to pst_app, pst_worker;

create table library.publication (
    id        integer      not null generated always as identity primary key,
    domain    varchar(4)   not null,
    pub_id    varchar(200) not null,
    title     text         not null,
    abstract  text,
    kat_no    text,
    pub_no    text,
    issn      text,
    subject   smallint     not null,
    scheduled date,
    released  date,
    revised   date,
    cover_url text,
    pdf_url   text,
    size      text,
    detailed  boolean      not null default false,
    withdrawn timestamptz,
    added     timestamptz  not null default now(),
    changed   timestamptz  not null default now(),
    constraint publication_key unique (domain, pub_id)
);
grant select on library.publication to pst_app, pst_worker;
grant insert, update on library.publication to pst_worker;

-- Covers and PDFs that lie in the storage folder under their own hash.
create table library.file (
    hash  bytea       not null primary key,
    size  bigint      not null,
    type  text        not null,
    added timestamptz not null default now()
);
grant select on library.file to pst_app, pst_worker;
grant insert on library.file to pst_worker;

create table library.publication_file (
    publication integer  not null references library.publication,
    kind        smallint not null, -- 1 cover, 2 PDF
    hash        bytea    not null references library.file,
    constraint publication_file_pkey primary key (publication, kind)
);
grant select on library.publication_file to pst_app, pst_worker;
grant insert, update on library.publication_file to pst_worker;

-- What stands on an office's shelves. Anybody may know; only the office itself may say.
create table library.copy (
    tenant_id   varchar  not null,
    publication integer  not null references library.publication,
    shelf       text     not null,
    copies      smallint not null,
    constraint copy_pkey primary key (tenant_id, publication)
);
create index copy_publication on library.copy (publication);
grant select, insert, update, delete on library.copy to pst_app;
grant select on library.copy to pst_worker;
alter table library.copy enable row level security;
create policy anybody_knows on library.copy for select to pst_app using (true);
create policy office_adds on library.copy for insert to pst_app with check (tenant_id = current_setting('pst.office', true));
create policy office_changes on library.copy for update to pst_app using (tenant_id = current_setting('pst.office', true));
create policy office_removes on library.copy for delete to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on library.copy to pst_worker using (true);

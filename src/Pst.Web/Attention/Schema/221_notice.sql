-- Which mails were thought of already, so that each is sent once, whichever node thinks of it; kept for a few weeks.
create table pst.notice (
    tenant_id varchar     not null,
    name      text        not null,
    at        timestamptz not null,
    constraint notice_pkey primary key (tenant_id, name)
);
create index notice_at on pst.notice (at);
grant select, insert, delete on pst.notice to pst_worker;

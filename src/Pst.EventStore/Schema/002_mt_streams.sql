-- Marten 9, conjoined tenancy, streams by Guid. tests/Pst.Store.Tests/marten-layout.txt holds the layout.
create table pst.mt_streams (
    tenant_id varchar not null default '*DEFAULT*',
    id uuid not null,
    type varchar,
    version bigint,
    timestamp timestamptz not null default (now()),
    created timestamptz not null default (now()),
    is_archived boolean default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

grant select, insert, update (version, timestamp) on pst.mt_streams to pst_app, pst_worker;

alter table pst.mt_streams enable row level security;
create policy office on pst.mt_streams to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on pst.mt_streams to pst_worker using (true);

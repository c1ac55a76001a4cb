-- What was asked and carried out: the same id with the same content gets the same answer. Purged after its days, and at erasure.
create table pst.command (
    tenant_id varchar not null,
    id uuid not null,
    digest bytea not null,
    stream_id uuid,
    first_version bigint,
    last_version bigint,
    answer text,
    recorded timestamptz not null default clock_timestamp(),
    primary key (tenant_id, id)
);

grant select, insert on pst.command to pst_app;
grant select, insert, delete on pst.command to pst_worker;

alter table pst.command enable row level security;
create policy office on pst.command to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on pst.command to pst_worker using (true);

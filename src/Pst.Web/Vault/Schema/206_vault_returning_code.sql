-- Codes that went to a visitor's email to prove who comes back, as keyed hashes; the visit is the last one, null where the address is not known.
create table vault.returning_code (
    tenant_id varchar     not null,
    contact   bytea       not null,
    hash      bytea       not null,
    visit     uuid,
    until     timestamptz not null,
    tries     integer     not null default 0,
    constraint returning_code_pkey primary key (tenant_id, contact)
);
grant select, insert, update, delete on vault.returning_code to pst_app, pst_worker;
alter table vault.returning_code enable row level security;
create policy office on vault.returning_code to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.returning_code to pst_worker using (true);

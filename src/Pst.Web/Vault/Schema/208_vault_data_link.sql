-- One-time links to a person's own data that went to their email, as keyed hashes; the visitor is null where the address is not known.
create table vault.data_link (
    tenant_id varchar     not null,
    contact   bytea       not null,
    hash      bytea       not null,
    visitor   uuid,
    until     timestamptz not null,
    constraint data_link_pkey primary key (tenant_id, contact)
);
create index data_link_hash on vault.data_link (tenant_id, hash);
grant select, insert, update, delete on vault.data_link to pst_app, pst_worker;
alter table vault.data_link enable row level security;
create policy office on vault.data_link to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.data_link to pst_worker using (true);

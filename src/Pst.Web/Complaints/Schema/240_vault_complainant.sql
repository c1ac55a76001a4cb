-- Who complained, where somebody said so: for the answer alone. An anonymous complaint has no row. The complaint stands in the place of
-- the visit, as with its texts, so that both are forgotten together.
create table vault.complainant (
    tenant_id varchar not null,
    visit     uuid    not null,
    name      text    not null,
    email     text,
    phone     text,
    constraint complainant_pkey primary key (tenant_id, visit)
);
grant select, insert, update, delete on vault.complainant to pst_app, pst_worker;
alter table vault.complainant enable row level security;
create policy office on vault.complainant to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.complainant to pst_worker using (true);

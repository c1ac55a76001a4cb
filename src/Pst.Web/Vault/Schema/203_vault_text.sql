-- What people wrote in their own words: reasons and comments. Events hold the reference.
create table vault.text (
    tenant_id varchar not null,
    id        uuid    not null,
    visit     uuid,
    body      text    not null,
    constraint text_pkey primary key (tenant_id, id)
);
create index text_visit on vault.text (tenant_id, visit);
grant select, insert, update, delete on vault.text to pst_app, pst_worker;
alter table vault.text enable row level security;
create policy office on vault.text to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.text to pst_worker using (true);

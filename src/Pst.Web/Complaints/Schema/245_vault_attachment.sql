-- Files that complainants attached, as PDF. They lie here and not in a folder: so they come and go with the event, and forgetting, the
-- retention schedule, backups and all nodes have them as they have the words. The complaint stands in the place of the visit.
create table vault.attachment (
    tenant_id varchar not null,
    visit     uuid    not null,
    id        uuid    not null,
    salt      bytea   not null,
    content   bytea   not null,
    constraint attachment_pkey primary key (tenant_id, id)
);
create index attachment_visit on vault.attachment (tenant_id, visit);
alter table vault.attachment alter column tenant_id set statistics 0, alter column visit set statistics 0,
    alter column id set statistics 0, alter column salt set statistics 0, alter column content set statistics 0;
grant select, insert, update, delete on vault.attachment to pst_app, pst_worker;
alter table vault.attachment enable row level security;
create policy office on vault.attachment to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.attachment to pst_worker using (true);

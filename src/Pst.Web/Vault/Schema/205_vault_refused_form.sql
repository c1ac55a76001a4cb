-- What a kiosk kept through a network cut and a rule then refused: it waits for the desk. The form is sealed; dealt with, it is gone.
create table vault.refused_form (
    tenant_id varchar     not null,
    id        uuid        not null,
    visit     uuid        not null,
    command   varchar     not null,
    occurred  timestamptz not null,
    reason    varchar     not null,
    device    uuid        not null,
    box       bytea,
    constraint refused_form_pkey primary key (tenant_id, id)
);
create index refused_form_open on vault.refused_form (tenant_id) where box is not null;
grant select, insert, update, delete on vault.refused_form to pst_app, pst_worker;
alter table vault.refused_form enable row level security;
create policy office on vault.refused_form to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.refused_form to pst_worker using (true);

-- Who a visitor is. One person in one office is one keyed hash of the email, else of the phone; without either, each visit is a stranger's.
create table vault.visitor (
    tenant_id   varchar     not null,
    visitor     uuid        not null,
    contact     bytea,
    name        text        not null,
    email       text,
    phone       text,
    whatsapp    text,
    institution text,
    survey_contact boolean  not null default false,
    constraint visitor_pkey primary key (tenant_id, visitor),
    constraint visitor_one_per_contact unique (tenant_id, contact)
);
grant select, insert, update, delete on vault.visitor to pst_app, pst_worker;
alter table vault.visitor enable row level security;
create policy office on vault.visitor to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.visitor to pst_worker using (true);

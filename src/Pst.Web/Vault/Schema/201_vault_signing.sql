-- What was typed at one signing, as it was typed: it belongs to that visit and changes nobody's details. With the salt, the event's commitment can be proven.
create table vault.signing (
    tenant_id       varchar not null,
    visit           uuid    not null,
    visitor         uuid    not null,
    salt            bytea   not null,
    name            text    not null,
    email           text,
    phone           text,
    whatsapp        text,
    institution     text,
    disability_kind text,
    survey_contact  boolean not null,
    constraint signing_pkey primary key (tenant_id, visit)
);
create index signing_visitor on vault.signing (tenant_id, visitor);
grant select, insert, update, delete on vault.signing to pst_app, pst_worker;
alter table vault.signing enable row level security;
create policy office on vault.signing to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.signing to pst_worker using (true);

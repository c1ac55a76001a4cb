-- Of a card's number only its last 4 characters, shown while the card is held; found by the commitment that the event carries.
create table vault.held_id (
    tenant_id  varchar not null,
    visit      uuid    not null,
    commitment varchar not null,
    salt       bytea   not null,
    tail       text,
    constraint held_id_pkey primary key (tenant_id, visit, commitment)
);
grant select, insert, update, delete on vault.held_id to pst_app, pst_worker;
alter table vault.held_id enable row level security;
create policy office on vault.held_id to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.held_id to pst_worker using (true);

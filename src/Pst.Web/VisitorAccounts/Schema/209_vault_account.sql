-- Accounts of visitors: what a person says of themselves, once for all offices. identity.person knows them by a keyed hash of the address alone.
create table vault.account (
    person      uuid  not null primary key,
    email       text  not null,
    name        text  not null,
    whatsapp    text,
    institution text,
    codes       jsonb
);
-- One-time links to an address: to confirm it (1), to sign in (2). Both are keyed hashes; what is to be registered waits here until confirmed.
create table vault.account_link (
    address bytea       not null,
    purpose smallint    not null,
    hash    bytea       not null unique,
    person  uuid,
    pending jsonb,
    made    timestamptz not null,
    until   timestamptz not null,
    constraint account_link_pkey primary key (address, purpose)
);
-- An account is of no office: who has entered one sees none.
do $$
declare
    kept record;
begin
    for kept in select c.oid::regclass as name, a.attname as attribute from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.oid in ('vault.account'::regclass, 'vault.account_link'::regclass) and a.attnum > 0
    loop
        execute format('alter table %s alter %I set statistics 0', kept.name, kept.attribute);
    end loop;
    for kept in select unnest(array['vault.account'::regclass, 'vault.account_link'::regclass]) as name loop
        execute format('grant select, insert, update, delete on %s to pst_app', kept.name);
        execute format('alter table %s enable row level security', kept.name);
        execute format('create policy nowhere on %s to pst_app using (coalesce(current_setting(''pst.office'', true), '''') = '''')', kept.name);
    end loop;
end
$$;

-- Visits in which the library is used through these pages: online ones, and those in person that were joined by their ticket. Whose account
-- uses it, when it was last used and when a search was last told. An online one that rests is ended by a worker.
create table vault.library_use (
    tenant_id varchar     not null,
    visit     uuid        not null,
    person    uuid,
    online    boolean     not null,
    used      timestamptz not null,
    searched  timestamptz,
    constraint library_use_pkey primary key (tenant_id, visit)
);
create index library_use_used on vault.library_use (used);
do $$
declare
    kept record;
begin
    for kept in select attname as attribute from pg_attribute where attrelid = 'vault.library_use'::regclass and attnum > 0 loop
        execute format('alter table vault.library_use alter %I set statistics 0', kept.attribute);
    end loop;
end
$$;
grant select, insert, update, delete on vault.library_use to pst_app, pst_worker;
alter table vault.library_use enable row level security;
create policy office on vault.library_use to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on vault.library_use to pst_worker using (true);

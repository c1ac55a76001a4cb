-- Runs as the login at every start, before the migrations, and leaves the session as pst_owner.
-- Roles belong to the whole server: another database of it may be making the same ones now, and the login must be a member of each.
do $$
declare
    name text;
    -- Since PostgreSQL 16 who makes a role is a member of it that may admit others, but not yet one that may act as it.
    needed constant text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
begin
    foreach name in array array['pst_owner', 'pst_app', 'pst_worker'] loop
        begin
            if to_regrole(name) is null then
                execute format('create role %I nologin', name);
            end if;
        exception when duplicate_object or unique_violation then
            null;
        end;
        if not pg_has_role(current_user, name, needed) then
            execute format('grant %I to current_user', name);
        end if;
    end loop;
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['pst', 'read', 'vault', 'identity', 'library'] loop
        if to_regnamespace(quote_ident(name)) is null then
            execute format('create schema %I authorization pst_owner', name);
        end if;
    end loop;
end
$$;

-- What the search in the catalogue stands on. Both may be made by whoever owns the database.
create extension if not exists pg_trgm with schema library;
create extension if not exists unaccent with schema library;

set local role pst_owner;

create table if not exists pst.migration (
    name text primary key,
    digest bytea not null,
    ran timestamptz not null default now()
);

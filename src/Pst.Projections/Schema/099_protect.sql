-- What every table of one office's rows needs: the app sees its own office alone (an office that is not set is none), the worker all.
create function pst.protect(name text, app_may text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('grant %s on pst.%I to pst_app', app_may, name);
    execute format('grant select, insert, update, delete, truncate on pst.%I to pst_worker', name);
    execute format('alter table pst.%I enable row level security', name);
    execute format('create policy office on pst.%I to pst_app using (tenant_id = current_setting(''pst.office'', true))', name);
    execute format('create policy all_offices on pst.%I to pst_worker using (true)', name);
end
$$;
revoke execute on function pst.protect from public;

-- Who signs in, with a key or a link, is found before an office is known. Once a transaction has entered one, the people, keys and links of
-- other offices are not there.
do $$
declare
    name text;
begin
    foreach name in array array['person', 'api_key', 'one_time_link'] loop
        execute format('alter table identity.%I enable row level security', name);
        execute format(
            'create policy office on identity.%I to pst_app using (
                office is null or coalesce(current_setting(''pst.office'', true), '''') in ('''', office))',
            name);
    end loop;
end
$$;

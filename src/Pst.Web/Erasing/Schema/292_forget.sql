-- Takes away all that the vault holds of some visits, and of some records of visitors. Every table of the vault with a column visit or
-- visitor is gone through, so that none is forgotten that comes later. As the owner: mails and commands are not the caller's to delete.
create function vault.forget(tenant varchar, records uuid[], visits uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    kept record;
begin
    if tenant is distinct from current_setting('pst.office', true) then
        raise exception 'this transaction is another office''s' using errcode = 'insufficient_privilege';
    end if;

    delete from vault.letter where recipient in (
        select email from vault.visitor where tenant_id = tenant and visitor = any(records)
        union select email from vault.signing where tenant_id = tenant and visitor = any(records) and visit = any(visits));
    delete from vault.returning_code where tenant_id = tenant and contact in (
        select contact from vault.visitor where tenant_id = tenant and visitor = any(records));
    -- Texts that no column binds to a visit or visitor are known by the events that refer to them.
    delete from vault.text where tenant_id = tenant and id in (
        select (value #>> '{}')::uuid
        from pst.mt_events cross join jsonb_path_query(data,
            '$.** ? (@.type() == "string" && @ like_regex "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$")') value
        where tenant_id = tenant and stream_id = any(records || visits) and type <> 'data_erased');

    for kept in
        select c.oid::regclass as name, string_agg(case a.attname when 'visit' then 'visit = any($3)' else 'visitor = any($2)' end, ' or ') as whose
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('visit', 'visitor') and not a.attisdropped
        where c.relnamespace = 'vault'::regnamespace and c.relkind = 'r'
        group by c.oid
    loop
        execute format('delete from %s where tenant_id = $1 and (%s)', kept.name, kept.whose) using tenant, records, visits;
    end loop;

    delete from pst.command where tenant_id = tenant and stream_id = any(records || visits);
    insert into pst.rewrite_due default values;
end
$$;
revoke execute on function vault.forget from public;
grant execute on function vault.forget to pst_app;

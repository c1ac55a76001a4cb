-- The visits of some records: those whose guestbook entry is here, and those whose entry was erased before.
create function vault.visits_of(tenant varchar, records uuid[]) returns setof uuid
language sql stable
as $$
    select visit from vault.signing where tenant_id = tenant and visitor = any(records)
    union
    select jsonb_array_elements_text(data -> 'Visits')::uuid from pst.mt_events
    where tenant_id = tenant and stream_id = any(records) and type = 'data_erased'
$$;

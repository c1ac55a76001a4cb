-- As before, and appointments too, once nobody is awaited for them any more.
create or replace function vault.visits_of(tenant varchar, records uuid[]) returns setof uuid
language sql stable
as $$
    select visit from vault.signing where tenant_id = tenant and visitor = any(records)
    union
    select jsonb_array_elements_text(data -> 'Visits')::uuid from pst.mt_events
    where tenant_id = tenant and stream_id = any(records) and type = 'data_erased'
    union
    select c.visit from vault.complainant c
    where c.tenant_id = tenant and c.email in (
            select email from vault.visitor where tenant_id = tenant and visitor = any(records)
            union select email from vault.signing where tenant_id = tenant and visitor = any(records))
        and exists (select from pst.mt_events e where e.tenant_id = tenant and e.stream_id = c.visit
            and e.type in ('complaint_closed', 'softcopy_delivered', 'softcopy_declined',
                'appointment_cancelled', 'appointment_kept', 'appointment_missed'))
$$;

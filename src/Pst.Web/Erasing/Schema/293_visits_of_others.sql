-- As before, and a request for a softcopy also belongs to whose visit it was made in: who gave no address is found by that. Appointments
-- too, once nobody is awaited for them any more: those of the same address, and those that own visits kept.
create or replace function vault.visits_of(tenant varchar, records uuid[]) returns setof uuid
language sql stable
as $$
    with own as (
        select visit from vault.signing where tenant_id = tenant and visitor = any(records)
        union
        select jsonb_array_elements_text(data -> 'Visits')::uuid from pst.mt_events
        where tenant_id = tenant and stream_id = any(records) and type = 'data_erased')
    select visit from own
    union
    select c.visit from vault.complainant c
    where c.tenant_id = tenant and (
            c.email in (
                select email from vault.visitor where tenant_id = tenant and visitor = any(records)
                union select email from vault.signing where tenant_id = tenant and visitor = any(records))
            or exists (select from pst.mt_events asked where asked.tenant_id = tenant and asked.stream_id = c.visit and asked.version = 1
                and asked.type = 'softcopy_asked' and (asked.data ->> 'Visit')::uuid in (select visit from own))
            or exists (select from pst.guard_appointment a
                where a.tenant_id = tenant and a.appointment = c.visit and a.visit in (select visit from own)))
        and exists (select from pst.mt_events e where e.tenant_id = tenant and e.stream_id = c.visit
            and e.type in ('complaint_closed', 'softcopy_delivered', 'softcopy_declined',
                'appointment_cancelled', 'appointment_kept', 'appointment_missed'))
$$;

-- The complaints' figures from nothing but the events as they are stored: written from domain.md, sharing nothing with the program.
-- One line a figure that is not 0: office, day, class, name, count. :at is the moment of judgement, :position the last one that counts.
with event as (
    select e.tenant_id, e.stream_id, e.version, e.type, e.data,
        ((e.headers ->> 'occurred')::timestamptz at time zone (g.document -> 'Details' ->> 'TimeZone'))::date as day,
        (:at at time zone (g.document -> 'Details' ->> 'TimeZone'))::date as today
    from pst.mt_events e join pst.log_leaf l using (seq_id) join pst.guard_office g using (tenant_id)
    where l.position <= :position
), told as (
    select r.tenant_id, r.stream_id, r.today, r.day as received, r.data ->> 'Way' as way, (r.data ->> 'IsAnonymous')::boolean as anonymous,
        v.data ->> 'Class' as class, v.day as verified, c.day as closed,
        (r.data -> 'Deadlines' ->> 'VerifyBy')::date as verify_by, (r.data -> 'Deadlines' ->> 'RespondBy')::date as respond_by,
        (r.data -> 'Deadlines' ->> case when (v.data ->> 'NeedsOversight')::boolean then 'OversightBy' else 'ResolveBy' end)::date as resolve_by,
        (select min(day) from event a where a.tenant_id = r.tenant_id and a.stream_id = r.stream_id
            and a.type in ('complaint_answered', 'information_asked', 'complaint_resolved')) as answered,
        (select max(day) from event a where a.tenant_id = r.tenant_id and a.stream_id = r.stream_id and a.type = 'complaint_resolved'
            and not exists (select from event b where b.tenant_id = r.tenant_id and b.stream_id = r.stream_id
                and b.type = 'complainant_replied' and b.version > a.version)) as resolved
    from event r
    left join event v on v.tenant_id = r.tenant_id and v.stream_id = r.stream_id and v.type = 'complaint_verified'
    left join event c on c.tenant_id = r.tenant_id and c.stream_id = r.stream_id and c.type = 'complaint_closed'
    where r.type = 'complaint_received'
), judged as (
    select *, least(coalesce(verified, closed), case when today > verify_by then verify_by + 1 end) as verify_over,
        least(coalesce(answered, closed), case when today > respond_by then respond_by + 1 end) as answer_over,
        least(coalesce(resolved, closed), case when today > resolve_by then resolve_by + 1 end) as resolve_over
    from told
), line as (
    select tenant_id, received, class, name from judged
    cross join lateral (values
        ('received', true), ((array['online', 'desk', 'box', 'phone', 'whatsapp', 'email', 'letter'])[way::int], true),
        ('anonymous', anonymous), ('open', closed is null), ('closed', closed is not null),
        ('verified_in_time', verify_over <= verify_by), ('verified_late', verify_over > verify_by), ('verification_due', verify_over is null),
        ('answered_in_time', answer_over <= respond_by), ('answered_late', answer_over > respond_by), ('answer_due', answer_over is null),
        ('resolved_in_time', resolve_over <= resolve_by and resolved is not null), ('resolved_late', resolve_over > resolve_by),
        ('resolution_due', resolve_over is null), ('unresolved', resolve_over <= resolve_by and resolved is null)) it (name, counts)
    where counts
)
select coalesce(string_agg(said, E'\n' order by said collate "C"), '') from (
    select format('%s %s %s %s %s', tenant_id, received, coalesce(class, '-'), name, count(*)) as said
    from line group by tenant_id, received, class, name) all_lines

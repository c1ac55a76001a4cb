-- The figures from nothing but the events as they are stored: written from domain.md, sharing nothing with the program.
-- One line a figure that is not 0: office, day, name, count. :at is the moment of judgement, :position the last one that counts.
with event as (
    select e.tenant_id, e.stream_id, e.version, e.type, e.data, l.position,
        (e.headers ->> 'occurred')::timestamptz as at, coalesce((e.headers ->> 'late')::boolean, false) as late
    from pst.mt_events e join pst.log_leaf l using (seq_id)
    where l.position <= :position and e.stream_id::text like '1%'
), standing as (
    select * from event e
    where not exists (
        select from event u where u.tenant_id = e.tenant_id and u.stream_id = e.stream_id and u.type = 'undone'
            and (u.data ->> 'EventVersion')::bigint = e.version)
), fixed as (
    select distinct on (tenant_id, stream_id, data ->> 'EventVersion', data ->> 'Field')
        tenant_id, stream_id, (data ->> 'EventVersion')::bigint as version, data ->> 'Field' as field, (data ->> 'To')::int as value
    from standing where type = 'entry_corrected'
    order by tenant_id, stream_id, data ->> 'EventVersion', data ->> 'Field', version desc
), visit as (
    select a.tenant_id, a.stream_id, a.at as arrived_at, z.zone,
        coalesce((select value from fixed f where f.tenant_id = a.tenant_id and f.stream_id = a.stream_id and f.version = a.version and f.field = 'partySize'),
            (a.data ->> 'PartySize')::int) as party,
        (a.data ->> 'Channel')::int as channel, (a.data ->> 'Promised')::boolean as promised,
        (a.data ->> 'Service')::int as first_service, a.data -> 'Override' <> 'null' as let_in,
        (select bool_or(late) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id) as late,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and late) as late_entries,
        g.at as signed_at, g.version as signed_version, g.data as signed, nullif(g.data -> 'Promise', 'null') as promise,
        (select at from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and s.type = 'served') as served_at,
        (select (data ->> 'Service')::int from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and s.type = 'transferred'
            order by version desc limit 1) as last_service,
        d.type is not null as ended, case when (d.data ->> 'Reason')::int <> 3 then d.at end as left_at,
        (select at from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and s.type = 'voided') as voided_at,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id
            and type in ('publication_read', 'copies_made', 'softcopy_scanned', 'catalogue_searched', 'softcopy_requested',
                'softcopy_downloaded')) > 0 as used,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and type = 'called') as calls,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and type = 'skipped') as skips,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and type = 'locker_jammed') as jams,
        (select coalesce(sum(coalesce(f.value, (data ->> 'Sheets')::int)), 0) from standing s
            left join fixed f on f.tenant_id = s.tenant_id and f.stream_id = s.stream_id and f.version = s.version and f.field = 'sheets'
            where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and type = 'copies_made') as sheets,
        (select count(*) from standing s where s.tenant_id = a.tenant_id and s.stream_id = a.stream_id and type = 'copies_made'
            and data -> 'Override' <> 'null') as overrides,
        r.version as rated_version, r.data as rated
    from standing a
    join (values ('1872', interval '7 hours'), ('5272', interval '8 hours')) z (tenant_id, zone) using (tenant_id)
    left join standing g on g.tenant_id = a.tenant_id and g.stream_id = a.stream_id and g.type = 'guestbook_signed'
    left join standing d on d.tenant_id = a.tenant_id and d.stream_id = a.stream_id and d.type = 'departed'
    left join standing r on r.tenant_id = a.tenant_id and r.stream_id = a.stream_id and r.type = 'rated'
    where a.type = 'arrived'
), clocked as (
    select v.*, (promise ->> 'Kind')::int as kind,
        case when (promise ->> 'Kind')::int <> 2 or promise ->> 'ClockStarts' is null then (promise ->> 'ClockStarts')::timestamptz
            else greatest((promise ->> 'ClockStarts')::timestamptz, before.served_at) end as clock,
        case when (promise ->> 'Kind')::int <> 2 then (promise ->> 'Due')::timestamptz
            when before.found and before.served_at is null then null
            else greatest((promise ->> 'ClockStarts')::timestamptz, before.served_at) + interval '5 minutes' end as due
    from visit v left join lateral (
        select true as found, p.served_at from visit p
        where p.tenant_id = v.tenant_id and p.signed_at < v.signed_at
            and (p.signed_at at time zone 'UTC' + p.zone)::date = (v.signed_at at time zone 'UTC' + v.zone)::date
            and p.channel = 1 and p.promise is not null and p.voided_at is null and not (p.ended and p.served_at is null)
        order by p.signed_at desc, p.stream_id desc limit 1) before on (promise ->> 'Kind')::int = 2 and promise ->> 'ClockStarts' is not null
), moment as (
    select c.*, coalesce(voided_at, :at) as judged_at from clocked c
), judged as (
    select m.*, case
        when not promised then 'no_promise'
        when promise is null then 'unknown'
        when kind = 4 then case when used then 'met' when ended then 'withdrawn' else 'pending' end
        when served_at is not null and kind = 3 then
            case when exists (select from jsonb_to_recordset(promise -> 'Spans') as s ("From" timestamptz, "To" timestamptz)
                where served_at >= "From" and served_at < "To") then 'met' else 'missed' end
        when served_at is not null then case when served_at > due then 'missed' else 'met' end
        when left_at is not null then case when (kind = 3 and left_at >= due) or (kind <> 3 and left_at > due) then 'missed' else 'withdrawn' end
        when (kind = 3 and judged_at >= due) or (kind <> 3 and judged_at > due) then 'missed'
        else 'pending' end as verdict
    from moment m
), said as (
    select j.*, (arrived_at at time zone 'UTC' + zone)::date as day, voided_at is null as counted,
        (select value from fixed f where f.tenant_id = j.tenant_id and f.stream_id = j.stream_id and f.version = rated_version and f.field = 'overall') as marked,
        (select value from fixed f where f.tenant_id = j.tenant_id and f.stream_id = j.stream_id and f.version = rated_version and f.field = 'elements.WAKTU') as timed,
        coalesce((select value from fixed f where f.tenant_id = j.tenant_id and f.stream_id = j.stream_id and f.version = signed_version and f.field = 'purpose'),
            (signed ->> 'Purpose')::int) as purpose,
        coalesce((select value from fixed f where f.tenant_id = j.tenant_id and f.stream_id = j.stream_id and f.version = signed_version and f.field = 'demographics.age'),
            (signed -> 'Demographics' ->> 'Age')::int) as age
    from judged j
), marks as (
    select s.tenant_id, s.stream_id, s.day, upper(m.key) as element,
        m.value::text::int as mark
    from said s cross join lateral jsonb_each(
        case when jsonb_typeof(rated -> 'Elements') = 'object' then rated -> 'Elements' else '{}' end
        || case when timed is null then '{}'::jsonb else jsonb_build_object('WAKTU', timed) end) m
    where counted and ended and rated is not null
), complete as (
    select tenant_id, stream_id, day from marks group by 1, 2, 3 having count(*) = 9
), counts (tenant_id, day, name, count) as (
    select tenant_id, day, 'visits', count(*) from said where counted group by 1, 2
    union all select tenant_id, day, 'people', sum(party) from said where counted group by 1, 2
    union all select tenant_id, day, 'companions', sum(party - 1) from said where counted group by 1, 2
    union all select tenant_id, day, 'signed', count(signed_at) from said where counted group by 1, 2
    union all select tenant_id, day, case channel when 1 then 'offline' else 'online' end, count(*) from said where counted group by 1, 2, 3
    union all select tenant_id, day, 'served', count(served_at) from said where counted group by 1, 2
    union all select tenant_id, day, 'used', count(*) from said where counted and used group by 1, 2
    union all select tenant_id, day, verdict, count(*) from said where counted group by 1, 2, 3
    union all select tenant_id, day, 'voided', count(*) from said where not counted group by 1, 2
    union all select tenant_id, day, 'voided_after_missed', count(*) from said where not counted and verdict = 'missed' group by 1, 2
    union all select tenant_id, day, 'late_visits', count(*) from said where counted and late group by 1, 2
    union all select tenant_id, day, 'late_entries', sum(late_entries) from said where counted group by 1, 2
    union all select tenant_id, day, 'late_' || verdict, count(*) from said where counted and late and verdict in ('met', 'missed') group by 1, 2, 3
    union all select tenant_id, day, 'withdrawn_at_last', count(*) from said
        where counted and verdict = 'withdrawn' and due - left_at <= interval '30 seconds' group by 1, 2
    union all select tenant_id, day, 'met_unused', count(*) from said
        where counted and verdict = 'met' and not used and ended and coalesce(last_service, first_service) = first_service group by 1, 2
    union all select tenant_id, day, 'called_twice_absent', count(*) from said
        where counted and served_at is null and calls >= 2 and skips > 0 group by 1, 2
    union all select tenant_id, day, 'sheets', sum(sheets) from said where counted group by 1, 2
    union all select tenant_id, day, 'copy_overrides', sum(overrides) from said where counted group by 1, 2
    union all select tenant_id, day, 'hour_overrides', count(*) from said where counted and let_in group by 1, 2
    union all select tenant_id, day, 'lockers_jammed', sum(jams) from said where counted group by 1, 2
    union all select tenant_id, day, 'ratings', count(*) from said where counted and ended and rated is not null group by 1, 2
    union all select tenant_id, day, 'mark' || coalesce(marked, (rated ->> 'Overall')::int), count(*) from said
        where counted and ended and rated is not null group by 1, 2, 3
    union all select tenant_id, day, 'complete', count(*) from complete group by 1, 2
    union all select tenant_id, day, lower(element), sum(mark) from marks join complete using (tenant_id, stream_id, day) group by 1, 2, 3
    union all select tenant_id, day, 'purpose ' || coalesce(purpose::text, 'unknown'), count(*) from said where counted group by 1, 2, 3
    union all select tenant_id, day, 'age ' || coalesce(age::text, 'unknown'), count(*) from said where counted group by 1, 2, 3
    union all select tenant_id, day, 'hour ' || to_char(arrived_at at time zone 'UTC' + zone, 'HH24'), count(*) from said where counted group by 1, 2, 3
    union all select tenant_id, day, 'waits', count(*) from said where counted and served_at is not null and clock is not null group by 1, 2
    union all select tenant_id, day, 'waited µs', sum(extract(epoch from greatest(served_at - clock, interval '0')) * 1000000)::bigint from said
        where counted and served_at is not null and clock is not null group by 1, 2
    union all select tenant_id, day, 'to guestbook µs', sum(extract(epoch from signed_at - arrived_at) * 1000000)::bigint from said
        where counted and signed_at is not null group by 1, 2
)
select coalesce(string_agg(format('%s %s %s %s', tenant_id, day, name, count), E'\n' order by tenant_id, day, name collate "C"), '')
from counts where count > 0

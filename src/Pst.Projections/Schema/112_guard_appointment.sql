-- Appointments that are awaited, each with its place in its slot, given once; and those that were kept, each with its visit. What was
-- cancelled or missed has no row.
create table pst.guard_appointment (
    tenant_id   varchar not null,
    appointment uuid    not null,
    day         date    not null,
    start       time    not null,
    place       integer,
    visit       uuid,
    constraint guard_appointment_pkey primary key (tenant_id, appointment),
    constraint guard_appointment_place unique (tenant_id, day, start, place),
    constraint guard_appointment_visit unique (tenant_id, visit)
);
select pst.protect('guard_appointment', 'select, insert, update, delete');

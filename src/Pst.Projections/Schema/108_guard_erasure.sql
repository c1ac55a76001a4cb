-- What was erased, by the stream whose event says so: by this an erasure that a restored backup lacks is known.
create table pst.guard_erasure (
    tenant_id varchar not null,
    erasure   uuid    not null,
    stream    uuid    not null,
    constraint guard_erasure_pkey primary key (tenant_id, erasure, stream)
);
select pst.protect('guard_erasure', 'select, insert');

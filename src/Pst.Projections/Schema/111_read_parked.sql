-- Streams that a projection could not follow: from the position on they are passed over, until the projection is filled anew.
create table read.parked (
    name text not null,
    generation integer not null,
    tenant_id varchar not null,
    stream_id uuid not null,
    position bigint not null,
    error text not null,
    primary key (name, generation, tenant_id, stream_id),
    foreign key (name, generation) references read.projection on delete cascade
);

grant select, insert, delete on read.parked to pst_worker;

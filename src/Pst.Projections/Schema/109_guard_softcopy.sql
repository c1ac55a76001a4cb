-- Numbers given to requests for softcopies: per office and local year, each once.
create table pst.guard_softcopy (
    tenant_id varchar not null,
    year      integer not null,
    number    integer not null,
    request   uuid    not null,
    constraint guard_softcopy_once primary key (tenant_id, year, number)
);
select pst.protect('guard_softcopy', 'select, insert, update, delete');

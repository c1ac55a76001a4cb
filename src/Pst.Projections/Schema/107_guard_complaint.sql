-- Codes given to complaints: per office and local day, each once.
create table pst.guard_complaint (
    tenant_id varchar not null,
    day       date    not null,
    number    integer not null,
    complaint uuid    not null,
    constraint guard_complaint_once primary key (tenant_id, day, number)
);
select pst.protect('guard_complaint', 'select, insert, update, delete');

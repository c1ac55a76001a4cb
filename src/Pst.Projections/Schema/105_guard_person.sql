-- Which record of a visitor counts for which other: the records of one person, joined. A record without a row stands for itself.
create table pst.guard_person (
    tenant_id varchar not null,
    visitor   uuid    not null,
    person    uuid    not null,
    constraint guard_person_pkey primary key (tenant_id, visitor)
);
create index guard_person_person on pst.guard_person (tenant_id, person);
select pst.protect('guard_person', 'select, insert, update, delete');

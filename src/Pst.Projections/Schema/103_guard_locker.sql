-- Lockers in use: one holder each.
create table pst.guard_locker (
    tenant_id varchar not null,
    locker    varchar not null,
    visit     uuid    not null,
    item      integer not null,
    constraint guard_locker_one_holder primary key (tenant_id, locker)
);
create index guard_locker_visit on pst.guard_locker (tenant_id, visit);
select pst.protect('guard_locker', 'select, insert, update, delete');

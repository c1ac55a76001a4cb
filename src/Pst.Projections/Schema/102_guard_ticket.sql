-- Ticket numbers given: per office, service and local day, each once.
create table pst.guard_ticket (
    tenant_id varchar  not null,
    service   smallint not null,
    day       date     not null,
    number    integer  not null,
    visit     uuid     not null,
    constraint guard_ticket_once primary key (tenant_id, service, day, number)
);
select pst.protect('guard_ticket', 'select, insert, update, delete');

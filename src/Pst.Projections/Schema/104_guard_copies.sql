-- Sheets copied, for the quota of a visitor in a window: as corrected, without the voided visits.
create table pst.guard_copies (
    tenant_id varchar not null,
    visit     uuid    not null,
    version   bigint  not null,
    visitor   uuid    not null,
    day       date    not null,
    sheets    integer not null,
    constraint guard_copies_pkey primary key (tenant_id, visit, version)
);
create index guard_copies_visitor_day on pst.guard_copies (tenant_id, visitor, day);
select pst.protect('guard_copies', 'select, insert, update, delete');

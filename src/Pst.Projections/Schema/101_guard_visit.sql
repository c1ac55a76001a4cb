-- Open visits: one a visitor and channel. The visitor is known from the guestbook on.
create table pst.guard_visit (
    tenant_id varchar  not null,
    visit     uuid     not null,
    channel   smallint not null,
    day       date     not null,
    visitor   uuid,
    constraint guard_visit_pkey primary key (tenant_id, visit),
    constraint guard_visit_one_per_visitor unique (tenant_id, channel, visitor)
);
select pst.protect('guard_visit', 'select, insert, update, delete');

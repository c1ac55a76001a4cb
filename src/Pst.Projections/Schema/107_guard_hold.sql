-- Records of visitors under a legal hold: nothing of their person is erased.
create table pst.guard_hold (
    tenant_id varchar not null,
    visitor   uuid    not null,
    constraint guard_hold_pkey primary key (tenant_id, visitor)
);
select pst.protect('guard_hold', 'select, insert, delete');

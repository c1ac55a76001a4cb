-- The office as its stream says, for every decision: one row that each command locks first. Made from the office's events, by the append itself.
create table pst.guard_office (
    tenant_id varchar not null primary key,
    version   bigint  not null,
    document  jsonb   not null
);
select pst.protect('guard_office', 'select, insert, update, delete');

-- The log: committed events in the order that all readers see.
create table pst.log_leaf (
    position bigint primary key,
    seq_id bigint not null unique,
    hash bytea not null
);

grant select on pst.log_leaf to pst_app;
grant select, insert on pst.log_leaf to pst_worker;

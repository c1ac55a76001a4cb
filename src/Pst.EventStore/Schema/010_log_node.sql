-- The Merkle tree over log_leaf: the roots of its whole subtrees of 256, 65,536, 16,777,216 … leaves (height 8, 16, 24 …). What lies
-- between is made when asked for, from 256 rows at most.
create table pst.log_node (
    height smallint not null,
    index bigint not null,
    hash bytea not null,
    primary key (height, index)
);

grant select on pst.log_node to pst_app;
grant select, insert on pst.log_node to pst_worker;

create trigger unchanging before update or delete or truncate on pst.log_node for each statement execute function pst.refuse_change();

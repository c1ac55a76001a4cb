-- The public keys by which the log's checkpoints are checked, each from the size of the checkpoint at which it took over.
create table pst.log_key (
    since bigint primary key,
    public_key bytea not null unique
);

grant select on pst.log_key to pst_app;
grant select, insert on pst.log_key to pst_worker;

create trigger unchanging before update or delete or truncate on pst.log_key for each statement execute function pst.refuse_change();

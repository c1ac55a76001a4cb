-- What was signed of the log: each as C2SP's signed note.
create table pst.log_checkpoint (
    size bigint primary key,
    note text not null
);

grant select on pst.log_checkpoint to pst_app;
grant select, insert on pst.log_checkpoint to pst_worker;

create trigger unchanging before update or delete or truncate on pst.log_checkpoint for each statement execute function pst.refuse_change();

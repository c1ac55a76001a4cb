-- What checks of the log have found, the newest by its time.
create table pst.log_check (
    at timestamptz primary key default clock_timestamp(),
    head bigint not null,
    first_bad bigint,
    said text
);

grant select on pst.log_check to pst_app;
grant select, insert on pst.log_check to pst_worker;

create trigger unchanging before update or delete or truncate on pst.log_check for each statement execute function pst.refuse_change();

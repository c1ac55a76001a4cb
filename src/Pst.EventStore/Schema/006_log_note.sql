-- What the sequencer has to look at: each event as it was inserted, with its transaction and its leaf.
create table pst.log_note (
    seq_id bigint not null,
    xid xid8 not null,
    hash bytea not null
);

create index log_note_xid on pst.log_note (xid);

grant select on pst.log_note to pst_worker;

-- As the owner: who adds an event cannot leave its note out or write another.
create function pst.note_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    insert into pst.log_note (seq_id, xid, hash) values (new.seq_id, pg_current_xact_id(), pst.leaf_hash(new));
    return null;
end
$$;

create trigger note_event after insert on pst.mt_events for each row execute function pst.note_event();

-- The second lock behind the missing grants: not even the tables' owner changes or removes what was recorded.
create function pst.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception '% on %.%: what was recorded stays as it is', tg_op, tg_table_schema, tg_table_name using errcode = 'PST01';
end
$$;

create trigger unchanging before update or delete or truncate on pst.mt_events for each statement execute function pst.refuse_change();
create trigger unchanging before update or delete or truncate on pst.log_note for each statement execute function pst.refuse_change();
create trigger unchanging before update or delete or truncate on pst.log_leaf for each statement execute function pst.refuse_change();
create trigger unchanging before delete or truncate on pst.mt_streams for each statement execute function pst.refuse_change();

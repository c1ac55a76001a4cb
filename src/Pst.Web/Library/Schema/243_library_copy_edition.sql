-- Where printed copies stand is part of an answer, too: with it begins a new edition.
create or replace function library.index_copy() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    touched constant integer := coalesce(new.publication, old.publication);
begin
    update library.search set forms = case
        when (select pdf_url is null from library.publication where id = touched) then 2
        when exists (select from library.copy where publication = touched) then 3
        else 1 end
    where publication = touched;
    update library.edition set number = number + 1;
    return null;
end $$;
drop trigger index_copy on library.copy;
create trigger index_copy after insert or update or delete on library.copy for each row execute function library.index_copy();

-- What is searched: a small row a publication, made by triggers of what it says and where it stands. Facets are counted over many rows,
-- so what is shown lies elsewhere, and words have no positions.

-- Small letters, digits and single blanks, without accents: what is typed is made the same way.
create function library.plain(words text) returns text language sql stable strict parallel safe
as $$ select btrim(regexp_replace(lower(library.unaccent('library.unaccent'::regdictionary, words)), '[^a-z0-9]+', ' ', 'g')) $$;

-- A word by its stem, so that its forms are found, and as it is, so that its beginning is.
create function library.lexemes(words text) returns tsvector language sql stable strict parallel safe
as $$ select strip(to_tsvector('pg_catalog.indonesian', library.plain(words)) || to_tsvector('pg_catalog.simple', library.plain(words))) $$;

-- Letters and digits alone, as numbers are compared: with or without hyphens and dots.
create function library.number(written text) returns text language sql immutable parallel safe
as $$ select nullif(regexp_replace(lower(written), '[^a-z0-9]+', '', 'g'), '') $$;

create table library.search (
    publication integer    not null primary key references library.publication,
    standing    integer    not null,
    domain      varchar(4) not null,
    year        smallint   not null, -- 0: not told
    subject     smallint   not null,
    forms       smallint   not null, -- 1 digital, 2 printed, 3 both
    title       tsvector   not null,
    words       tsvector   not null,
    numbers     text[]     not null
);
-- Not by way of a list of what is pending: every search would read through it.
create index search_title on library.search using gin (title) with (fastupdate = off);
create index search_words on library.search using gin (words) with (fastupdate = off);
create index search_numbers on library.search using gin (numbers) with (fastupdate = off);
create index search_standing on library.search (standing, publication);
grant select on library.search to pst_app, pst_worker;

-- Among titles that have all the words, the one with the fewest others is meant, and of these the newest. Three years count as much as a word.
create function library.standing(title text, year integer) returns integer language sql stable parallel safe
as $$ select 3 * (length(library.plain(title)) - length(replace(library.plain(title), ' ', '')))
    + case when year > 0 then 2100 - year else 200 end $$;

create function library.index_publication() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    year constant integer := coalesce(extract(year from coalesce(new.released, new.scheduled)), 0);
    on_shelf constant boolean := exists (select from library.copy where publication = new.id);
begin
    insert into library.search as kept (publication, standing, domain, year, subject, forms, title, words, numbers)
    values (
        new.id, library.standing(new.title, year), new.domain, year, new.subject,
        case when new.pdf_url is null then 2 when on_shelf then 3 else 1 end,
        library.lexemes(new.title),
        library.lexemes(concat_ws(' ', new.title, new.abstract, new.kat_no, new.pub_no, new.issn)),
        array_remove(array[
            library.number(new.kat_no), library.number(split_part(new.kat_no, '.', 1)), library.number(new.pub_no),
            library.number(new.issn), library.number(new.pub_id)], null))
    on conflict (publication) do update set
        standing = excluded.standing, year = excluded.year, subject = excluded.subject, forms = excluded.forms, title = excluded.title,
        words = excluded.words, numbers = excluded.numbers;
    return null;
end $$;
create trigger index_publication after insert or update of title, abstract, kat_no, pub_no, issn, subject, scheduled, released, pdf_url
    on library.publication for each row execute function library.index_publication();

create function library.index_copy() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    touched constant integer := coalesce(new.publication, old.publication);
begin
    update library.search set forms = case
        when (select pdf_url is null from library.publication where id = touched) then 2
        when exists (select from library.copy where publication = touched) then 3
        else 1 end
    where publication = touched;
    return null;
end $$;
create trigger index_copy after insert or delete on library.copy for each row execute function library.index_copy();
revoke execute on function library.index_publication(), library.index_copy() from public;

-- The words that titles and abstracts are made of, to tell from what was typed what was meant.
create table library.word (
    word text    not null primary key,
    uses integer not null
);
create index word_near on library.word using gist (word library.gist_trgm_ops);
grant select on library.word to pst_app, pst_worker;
grant insert, update, delete on library.word to pst_worker;

-- What was looked for and not found, counted by month; who asked is not kept.
create table library.missed (
    words text    not null,
    month date    not null,
    times integer not null,
    constraint missed_pkey primary key (words, month)
);
grant select, insert, update on library.missed to pst_app;
grant select, delete on library.missed to pst_worker;

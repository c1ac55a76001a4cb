-- Which tables hold the projections: of each one that serves, and beside it perhaps one that is being filled anew (read.NAME_GENERATION).
-- A row is locked by whoever writes the table: position and table move in one transaction.
create table read.projection (
    name text not null,
    generation integer not null,
    version integer not null,
    position bigint not null default 0,
    serves boolean not null default false,
    stopped text,
    primary key (name, generation)
);

create unique index projection_serves on read.projection (name) where serves;

grant select on read.projection to pst_app;
grant select, insert, update, delete on read.projection to pst_worker;

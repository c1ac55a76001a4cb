-- Links and codes that work once, by hash: setting up (1), setting a first password (2), enrolling a device (3).
create table identity.one_time_link (
    hash    bytea       not null primary key,
    purpose smallint    not null,
    person  uuid references identity.person (id),
    office  varchar,
    name    text,
    expires timestamptz not null,
    used_at timestamptz
);
grant select, insert, update (used_at), delete on identity.one_time_link to pst_app;

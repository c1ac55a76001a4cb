-- Keys of programs and devices, by hash. The office is null for a key that holds for all.
create table identity.api_key (
    id      uuid        not null primary key,
    hash    bytea       not null unique,
    role    smallint    not null,
    office  varchar,
    device  uuid,
    name    text,
    made    timestamptz not null default now(),
    revoked timestamptz
);
grant select, insert, update (revoked) on identity.api_key to pst_app;

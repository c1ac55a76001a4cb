-- People who sign in, as ASP.NET Core Identity keeps them, with what they may be and where. The office is null for one who is it everywhere.
create table identity.person (
    id                   uuid        not null primary key,
    user_name            text        not null,
    normalized_user_name text        not null unique,
    name                 text        not null,
    role                 smallint    not null,
    office               varchar,
    password_hash        text,
    security_stamp       text        not null,
    concurrency_stamp    text        not null,
    two_factor_enabled   boolean     not null,
    lockout_end          timestamptz,
    lockout_enabled      boolean     not null,
    access_failed_count  integer     not null,
    disabled_at          timestamptz
);
grant select, insert, update on identity.person to pst_app;

-- Passkeys (WebAuthn): public keys and what ASP.NET Core Identity keeps with them. The private half never leaves the person's device.
create table identity.person_passkey (
    credential_id bytea not null primary key,
    user_id       uuid  not null references identity.person (id),
    data          jsonb not null
);
create index person_passkey_user on identity.person_passkey (user_id);
grant select, insert, update, delete on identity.person_passkey to pst_app;

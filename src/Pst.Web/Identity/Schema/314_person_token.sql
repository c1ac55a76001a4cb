-- What ASP.NET Core Identity keeps of a person's second step: the authenticator's key, and codes for when the phone is lost.
create table identity.person_token (
    user_id        uuid not null references identity.person (id),
    login_provider text not null,
    name           text not null,
    value          text,
    primary key (user_id, login_provider, name)
);
grant select, insert, update, delete on identity.person_token to pst_app;

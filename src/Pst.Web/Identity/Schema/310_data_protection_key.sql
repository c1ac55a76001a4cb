-- The keys that sign cookies and forms (ASP.NET Core data protection), as the framework writes them.
create table identity.data_protection_key (
    name text        not null primary key,
    xml  text        not null,
    made timestamptz not null default now()
);
grant select, insert on identity.data_protection_key to pst_app;

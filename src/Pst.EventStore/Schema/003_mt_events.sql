-- Marten 9, conjoined tenancy, metadata columns on. The default of timestamp is what Marten itself makes of it: the moment at which
-- the table was created. It never applies, for every insert names the moment.
create table pst.mt_events (
    seq_id bigint not null,
    id uuid not null,
    stream_id uuid,
    version bigint not null,
    data jsonb not null,
    bdata bytea,
    type varchar(500) not null,
    timestamp timestamptz not null default '(now())',
    tenant_id varchar default '*DEFAULT*',
    mt_dotnet_type varchar,
    correlation_id varchar,
    causation_id varchar,
    headers jsonb,
    user_name varchar,
    is_archived boolean default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references pst.mt_streams (tenant_id, id)
);

create unique index pk_mt_events_stream_and_version on pst.mt_events using btree (tenant_id, stream_id, version);

create sequence pst.mt_events_sequence;
alter sequence pst.mt_events_sequence owned by pst.mt_events.seq_id;

grant select, insert on pst.mt_events to pst_app, pst_worker;
grant usage on sequence pst.mt_events_sequence to pst_app, pst_worker;

alter table pst.mt_events enable row level security;
create policy office on pst.mt_events to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on pst.mt_events to pst_worker using (true);

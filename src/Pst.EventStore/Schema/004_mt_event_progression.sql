-- Marten's daemon keeps its place here; this program has no use for it.
create table pst.mt_event_progression (
    name varchar not null,
    last_seq_id bigint,
    last_updated timestamptz default (transaction_timestamp()),
    mode varchar default 'none',
    rebuild_threshold integer default 0,
    assigned_node integer default 0,
    heartbeat timestamptz,
    agent_status varchar(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category varchar(50),
    failure_event_sequence bigint,
    failure_event_type varchar(500),
    failure_event_tenant_id varchar(500),
    constraint pk_mt_event_progression primary key (name)
);

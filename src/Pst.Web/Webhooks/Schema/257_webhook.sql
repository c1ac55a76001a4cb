-- Where an office's own systems want to hear what happens, and how far each has heard: events go out in the log's order, and one that was
-- not taken holds up those behind it. Who sends holds the row for a while, so that no two nodes send the same. The secrets are sealed by the
-- key outside the database; after a rotation the former one signs, too, for a day.
create table pst.webhook (
    tenant_id     varchar     not null,
    id            uuid        not null,
    address       text        not null,
    is_lan        boolean     not null,
    secret        text        not null,
    former_secret text,
    former_until  timestamptz,
    position      bigint      not null,
    made          timestamptz not null,
    due           timestamptz not null,
    holder        uuid,
    held_until    timestamptz,
    tries         integer     not null default 0,
    failing_since timestamptz,
    paused        timestamptz,
    last_at       timestamptz,
    last_status   integer,
    constraint webhook_pkey primary key (tenant_id, id)
);
create index webhook_due on pst.webhook (due) where paused is null;
grant select, insert, update, delete on pst.webhook to pst_app;
grant select, update on pst.webhook to pst_worker;
alter table pst.webhook enable row level security;
create policy office on pst.webhook to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on pst.webhook to pst_worker using (true);

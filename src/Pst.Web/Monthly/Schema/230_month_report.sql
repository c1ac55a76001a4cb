-- The reports of offices' months as they were made, for ever: the figures as text, byte for byte, and the PDF as it was printed first. A month
-- that changed is reported once more under the next issue; who makes one twice at once finds the key taken.
create table pst.month_report (
    tenant_id varchar     not null,
    month     date        not null,
    issue     integer     not null,
    position  bigint      not null,
    made      timestamptz not null,
    made_by   varchar     not null,
    figures   text        not null,
    pdf       bytea,
    constraint month_report_pkey primary key (tenant_id, month, issue)
);
alter table pst.month_report alter column pdf set storage external;
grant select, insert, update (pdf) on pst.month_report to pst_app;
grant select on pst.month_report to pst_worker;
alter table pst.month_report enable row level security;
create policy office on pst.month_report to pst_app using (tenant_id = current_setting('pst.office', true));
create policy all_offices on pst.month_report to pst_worker using (true);

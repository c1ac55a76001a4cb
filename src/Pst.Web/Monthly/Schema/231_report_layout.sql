-- From which position of the log on reports and evidence have tables that earlier ones did not have: what was computed before is the same
-- bytes also by this program. 2 has the tables of complaints.
create table pst.report_layout (
    layout        integer not null,
    from_position bigint  not null,
    constraint report_layout_pkey primary key (layout)
);
insert into pst.report_layout (layout, from_position) select 2, coalesce(max(position), 0) + 1 from pst.log_leaf;
grant select on pst.report_layout to pst_worker;

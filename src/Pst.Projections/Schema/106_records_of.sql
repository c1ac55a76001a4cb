-- All records of the person that a record belongs to, itself included.
create function pst.records_of(tenant varchar, record uuid) returns setof uuid
language sql stable
as $$
    with person as (
        select coalesce((select person from pst.guard_person where tenant_id = tenant and visitor = record), record) as id
    )
    select id from person
    union all
    select visitor from pst.guard_person where tenant_id = tenant and person = (select id from person)
$$;

-- Takes away the accounts of some persons: what they said of themselves, and every way in. The row that events name stays, and opens nothing.
create function vault.close_account(persons uuid[]) returns void
language sql
as $$
    delete from vault.account_link where person = any(persons);
    delete from vault.account where person = any(persons);
    delete from identity.person_passkey where user_id in (select id from identity.person where id = any(persons) and role = 2);
    delete from identity.person_token where user_id in (select id from identity.person where id = any(persons) and role = 2);
    update identity.person set user_name = id::text, normalized_user_name = upper(id::text), password_hash = null, disabled_at = now(),
        two_factor_enabled = false, security_stamp = gen_random_uuid()::text where id = any(persons) and role = 2;
    insert into pst.rewrite_due default values;
$$;
revoke execute on function vault.close_account from public;
-- Those whose records an office forgets. As the owner: an office sees no account.
create function vault.forget_accounts(tenant varchar, records uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if tenant is distinct from current_setting('pst.office', true) then
        raise exception 'this transaction is another office''s' using errcode = 'insufficient_privilege';
    end if;
    perform vault.close_account(array(
        select person from vault.account where email in (
            select email from vault.visitor where tenant_id = tenant and visitor = any(records))));
end
$$;
revoke execute on function vault.forget_accounts from public;
grant execute on function vault.forget_accounts to pst_app;
-- One's own. As the owner: what is due to be rewritten is not the caller's to say.
create function vault.forget_account(own uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform vault.close_account(array[own]);
end
$$;
revoke execute on function vault.forget_account from public;
grant execute on function vault.forget_account to pst_app;

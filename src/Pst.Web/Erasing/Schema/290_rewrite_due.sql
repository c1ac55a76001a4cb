-- Transactions that took personal data away: what they deleted still lies in the files of the vault's tables until these are written anew.
create table pst.rewrite_due (
    xid xid8 not null default pg_current_xact_id()
);

grant usage on schema pst, read, vault, identity to pst_app, pst_worker;

-- Projections are made, rebuilt and dropped by the worker.
grant create on schema read to pst_worker;

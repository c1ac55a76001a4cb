-- The leaf of an event in the Merkle tree of RFC 6962: sha256(0x00 || encoding). The encoding is every column of the event in the order of
-- the table, each behind its length in bytes (4 bytes, big endian; -1 for null): integers in 8 bytes, uuids in 16, booleans in 1, times as
-- microseconds since 1970 UTC in 8, all else as its text in UTF-8, json as data::text prints it. So it depends on nothing that a server
-- or a session may set.
create function pst.leaf_hash(e pst.mt_events) returns bytea
language plpgsql immutable strict parallel safe
as $$
declare
    nothing constant bytea := '\xffffffff';
    data bytea := convert_to(e.data::text, 'UTF8');
    headers bytea := convert_to(e.headers::text, 'UTF8');
    recorded bigint := extract(epoch from e.timestamp) * 1000000;
begin
    return sha256('\x00'::bytea
        || '\x00000008'::bytea || int8send(e.seq_id)
        || '\x00000010'::bytea || uuid_send(e.id)
        || coalesce('\x00000010'::bytea || uuid_send(e.stream_id), nothing)
        || '\x00000008'::bytea || int8send(e.version)
        || int4send(length(data)) || data
        || coalesce(int4send(length(e.bdata)) || e.bdata, nothing)
        || int4send(octet_length(e.type)) || convert_to(e.type, 'UTF8')
        || '\x00000008'::bytea || int8send(recorded)
        || coalesce(int4send(octet_length(e.tenant_id)) || convert_to(e.tenant_id, 'UTF8'), nothing)
        || coalesce(int4send(octet_length(e.mt_dotnet_type)) || convert_to(e.mt_dotnet_type, 'UTF8'), nothing)
        || coalesce(int4send(octet_length(e.correlation_id)) || convert_to(e.correlation_id, 'UTF8'), nothing)
        || coalesce(int4send(octet_length(e.causation_id)) || convert_to(e.causation_id, 'UTF8'), nothing)
        || coalesce(int4send(length(headers)) || headers, nothing)
        || coalesce(int4send(octet_length(e.user_name)) || convert_to(e.user_name, 'UTF8'), nothing)
        || coalesce('\x00000001'::bytea || boolsend(e.is_archived), nothing));
end
$$;

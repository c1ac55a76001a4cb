namespace Pst.Web.Tests.Proving;

/// <summary>A way to cheat as the database's superuser, and what tells it.</summary>
/// <param name="Position">The first bad one that is named; null where none is.</param>
/// <param name="Says">A part of what is said.</param>
public sealed record Cheat(string Name, string Sql, long? Position, string Says)
{
    public override string ToString() => Name;
}

/// <summary>
/// The table. The office's events are at 1 and 2, a visit's at 3 (arrived), 4 (guestbook_signed), 5 (served) and 6 (copies_made), another
/// one's at 7 (arrived) and 8 (guestbook_signed); signed were the sizes 4, 6 and 8.
/// </summary>
public static class Cheats
{
    const string OtherEvent = "not the one that was recorded", OtherTree = "it is not what was signed";

    // Who knows how the log is made changes its hashes, too.
    const string Seal = """
        ; update pst.log_note n set hash = pst.leaf_hash(e) from pst.mt_events e where e.seq_id = n.seq_id
        ; update pst.log_leaf l set hash = n.hash from pst.log_note n where n.seq_id = l.seq_id
        """;

    const string CutTail = """
        delete from pst.log_leaf where position > 6; delete from pst.log_note where seq_id not in (select seq_id from pst.log_leaf);
        delete from pst.mt_events where seq_id not in (select seq_id from pst.log_leaf);
        delete from pst.mt_streams s where not exists (select from pst.mt_events e where e.stream_id = s.id)
        """;

    const string Served = "type = 'served'", At5 = "(select seq_id from pst.log_leaf where position = 5)";

    static readonly (string What, string Set)[] Columns =
    [
        ("the value", "data = jsonb_set(data, '{Desk}', '\"9\"')"), ("a time", "timestamp = timestamp - interval '1 hour'"),
        ("the actor", "user_name = 'orang lain'"), ("a header", "headers = headers || '{\"late\": false}'"),
        ("the type", "type = 'called', mt_dotnet_type = 'Pst.Domain.Called, Pst.Domain'"), ("the class", "mt_dotnet_type = 'X, Y'"),
        ("the correlation", "correlation_id = 'x'"), ("the command", "causation_id = 'x'"), ("the id", "id = gen_random_uuid()"),
        ("the archive mark", "is_archived = true"), ("a hidden value", "bdata = '\\x01'"),
    ];

    public static IReadOnlyList<Cheat> OfTheLog { get; } =
    [
        .. Columns.Select(it => new Cheat($"change {it.What}", $"update pst.mt_events set {it.Set} where {Served}", 5, OtherEvent)),
        .. Columns.Select(it => new Cheat(
            $"change {it.What} and all hashes", $"update pst.mt_events set {it.Set} where {Served}{Seal}", 5, OtherTree)),

        new("delete an event", $"delete from pst.mt_events where {Served}", 5, "missing"),
        new("delete an event and its place", $"""
            delete from pst.log_leaf where seq_id = {At5}; delete from pst.log_note where seq_id not in (select seq_id from pst.log_leaf);
            delete from pst.mt_events where {Served}
            """, 5, "nothing is here"),
        new("delete an event and close the gap", $"""
            delete from pst.log_leaf where position = 5; delete from pst.log_note where seq_id not in (select seq_id from pst.log_leaf);
            delete from pst.mt_events where {Served};
            update pst.log_leaf set position = position - 1001 where position > 5;
            update pst.log_leaf set position = position + 1000 where position < 0;
            update pst.mt_events set version = 3 where type = 'copies_made'; update pst.mt_streams set version = 3 where version = 4{Seal}
            """, 5, OtherTree),
        new("insert an event in between", """
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, timestamp)
            select 999, gen_random_uuid(), stream_id, 9, data, type, tenant_id, timestamp from pst.mt_events where type = 'copies_made'
            """, null, "event 999"),
        new("insert an event with a place of its own", """
            update pst.log_leaf set position = position + 1001 where position > 5;
            update pst.log_leaf set position = position - 1000 where position > 1000;
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, timestamp)
            select 999, gen_random_uuid(), stream_id, 5, data, type, tenant_id, timestamp from pst.mt_events where type = 'copies_made';
            insert into pst.log_note (seq_id, xid, hash) select 999, '3', pst.leaf_hash(e) from pst.mt_events e where seq_id = 999;
            insert into pst.log_leaf (position, seq_id, hash) select 6, 999, hash from pst.log_note where seq_id = 999;
            update pst.mt_streams set version = 5 where version = 4
            """, 6, OtherTree),
        new("swap two places", """
            update pst.log_leaf set position = 1005 where position = 5; update pst.log_leaf set position = 5 where position = 6;
            update pst.log_leaf set position = 6 where position = 1005
            """, 5, "another order"),
        new("swap what two events say", $"""
            update pst.mt_events e set data = o.data from pst.mt_events o
            where (e.type, o.type) in (('served', 'copies_made'), ('copies_made', 'served')) and e.stream_id = o.stream_id{Seal}
            """, 5, OtherTree),
        new("renumber a stream", "update pst.mt_events set version = version + 10 where type in ('served', 'copies_made')", 5, OtherEvent),
        new("let one event stand for another", $"""
            update pst.mt_events e set data = o.data, id = gen_random_uuid() from pst.mt_events o
            where e.type = 'served' and o.type = 'copies_made'{Seal}
            """, 5, OtherTree),
        new("move an event to another stream", $"""
            update pst.mt_events set version = 3,
                stream_id = (select stream_id from pst.mt_events e join pst.log_leaf l using (seq_id) where position = 7)
            where type = 'copies_made'{Seal}
            """, 6, OtherTree),
        new("move a visit to another office", $"""
            insert into pst.mt_streams (tenant_id, id, version) select '1872', stream_id, 4 from pst.mt_events where {Served};
            update pst.mt_events set tenant_id = '1872' where stream_id = (select stream_id from pst.mt_events where {Served}){Seal}
            """, 1, OtherTree),
        new("change a standard", $"""
            update pst.mt_events set data = jsonb_set(data, '{"{Standard,Completion,Minutes}"}', '60') where type = 'standard_adopted'{Seal}
            """, 1, OtherTree),

        new("cut the tail", CutTail, 7, "the log ends at position 6, and 8 were signed"),
        new("say that a stream is longer",
            "update pst.mt_streams set version = 9 where version = 4", null, "does not end at its version 9"),
        new("change a leaf", "update pst.log_leaf set hash = sha256('x') where position = 5", 5, OtherEvent),
        new("change a note", $"update pst.log_note set hash = sha256('x') where seq_id = {At5}", 5, "note"),
        new("delete a note", $"delete from pst.log_note where seq_id = {At5}", 5, "note"),

        new("take out a checkpoint", "delete from pst.log_checkpoint where size = 6", 8, "size 6 is missing"),
        new("take out the first checkpoint", "delete from pst.log_checkpoint where size = 4", 6, "size 4 is missing"),
        new("take out all checkpoints but the last", "delete from pst.log_checkpoint where size < 8", 8, "size 6 is missing"),
        new("change what a checkpoint says", "update pst.log_checkpoint set note = replace(note, 'after 4', 'after 3')", 6, "not signed"),
        new("change when a checkpoint was signed",
            "update pst.log_checkpoint set note = replace(note, 'signed 20', 'signed 19') where size = 8", 8, "the clock went back"),
        new("change a signature",
            "update pst.log_checkpoint set note = left(note, -8) || 'AAAAAA=' || E'\\n' where size = 6", 6, "checkpoint"),
        new("move a checkpoint", "update pst.log_checkpoint set size = 7 where size = 8", 7, "cannot be read"),
        new("spoil a checkpoint", "update pst.log_checkpoint set note = 'x' where size = 6", 6, "cannot be read"),
        new("take out the keys", "delete from pst.log_key", 1, "not signed"),
        new("put another key in the place of the log's",
            "update pst.log_key set public_key = '\\x3059301306072a8648ce3d020106082a8648ce3d030107034200'", 4, "not signed"),
    ];

    public static IReadOnlyList<Cheat> BesideTheLog { get; } =
    [
        new("free a visitor who is inside", "delete from pst.guard_visit", null, "pst.guard_visit is not"),
        new("give sheets back", "update pst.guard_copies set sheets = 1", null, "pst.guard_copies is not"),
        new("give a ticket number again", "update pst.guard_ticket set number = number + 7", null, "pst.guard_ticket is not"),
        new("change the settings that are enforced",
            "update pst.guard_office set document = jsonb_set(document, '{Local,RatingOpenHours}', '1')", null, "pst.guard_office is not"),
        new("take a locker",
            "insert into pst.guard_locker select tenant_id, '2', visit, 1 from pst.guard_visit limit 1", null, "pst.guard_locker is not"),
        new("change what a table of readings says of a visit",
            "update SERVING set document = jsonb_set(document, '{IsVoided}', 'true')", null, "visits was not what the log makes of it"),
        new("take a visit out of a table of readings", "delete from SERVING", null, "visits was not what the log makes of it"),
        new("change a day's figures", "update SERVING_days set position = 0", null, "visits was not what the log makes of it"),
        new("change who signed", "update vault.signing set name = 'Orang Lain'", null, "position 4: what was signed"),
        new("change how they can be reached",
            "update vault.signing set email = 'lain@contoh.example'", null, "position 4: what was signed"),
        new("change the salt", "update vault.signing set salt = '\\x00'", null, "position 4: what was signed"),
        new("forget who signed", "delete from vault.signing", null, "is missing in the vault"),
    ];
}

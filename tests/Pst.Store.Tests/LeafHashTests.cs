using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class LeafHashTests
{
    // Every column with and without a value, numbers that can be printed in many ways, letters of four bytes, moments before 1970 and 2000.
    const string Rows = """
        insert into pst.mt_streams (tenant_id, id, version) values ('1872', '01890a5d-ac96-774b-bcce-b302099a8057', 3);
        insert into pst.mt_events (seq_id, id, stream_id, version, data, bdata, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, user_name, is_archived)
        values
        (7, 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', '01890a5d-ac96-774b-bcce-b302099a8057', 1,
            '{"b": 1.10, "a": [0.1, 1e300, -0, 12345678901234567890], "nama": "Pelayanan 📚 \u0041"}', '\x00ff', 'opened',
            '2026-03-02 08:00:00.123457+07', '1872', 'A.B, C', 'trace', 'command', '{"late": true}', 'petugas', true),
        (8, 'f81d4fae-7dec-11d0-a765-00a0c91e6bf7', '01890a5d-ac96-774b-bcce-b302099a8057', 2,
            '{}', null, 'closed', '1969-12-31 23:59:59.999999Z', '1872', null, null, null, null, null, null),
        (9, 'f81d4fae-7dec-11d0-a765-00a0c91e6bf8', null, 3, 'null', '', '', '1999-12-31 23:59:59.5Z', null, '', '', '', '{}', '', false);
        """;

    const string Leaves =
        "196f861630c6849522dc1e1ce27cc4605011b7e40805eca58082a0fb2c8aeb31 757207dc4b6765acbb4125791b3815c83b9d5e9df6b1980cc207349a9a8ff75a "
        + "34ecbfb6b08d586689cfd6b9c0f0dfcb5cece86e38bea8da370c98f79716f564";

    static readonly string[] Settings =
    [
        "set timezone = 'Asia/Jayapura'", "set datestyle = 'SQL, DMY'", "set extra_float_digits = -15", "set bytea_output = escape",
        "set intervalstyle = postgres_verbose", "set lc_numeric = 'C'",
    ];

    [Fact]
    public async Task A_leaf_is_the_same_on_every_version_and_in_every_session_and_made_as_the_encoding_says()
    {
        var leaves = new List<string>();
        foreach (var version in (int[])[15, 18])
        {
            foreach (var setting in Settings)
            {
                await using var store = await CreateAsync(version);
                await using var connection = new NpgsqlConnection(store.ConnectionString);
                await connection.OpenAsync();
                await RunAsync(connection, setting);
                await RunAsync(connection, Rows);

                var noted = await store.ScalarAsync<string>(
                    "select string_agg(encode(hash, 'hex'), ' ' order by seq_id) from pst.log_note");
                noted.ShouldBe(string.Join(' ', await LeafEncoding.HashesAsync(connection)), $"{version}, {setting}");
                leaves.Add(noted);
            }
        }

        leaves.Distinct().Single().ShouldBe(Leaves);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task What_is_appended_gets_its_leaf_and_the_log_takes_it_over(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"), new Closed());
        using var sequencer = new Sequencer(store.Worker);
        await sequencer.RunOnceAsync(default);
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();

        (await store.ScalarAsync<string>("select string_agg(encode(hash, 'hex'), ' ' order by position) from pst.log_leaf"))
            .ShouldBe(string.Join(' ', await LeafEncoding.HashesAsync(connection)));
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

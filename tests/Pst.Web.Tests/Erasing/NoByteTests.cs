using System.Text;
using Npgsql;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>Not a byte of who was forgotten is left in the database's files, but for the log of writes, nor in the program's.</summary>
public sealed class NoByteTests : IAsyncLifetime
{
    const int ShortEnoughForChance = 4; // so many bytes may stand in a hash, too

    Forgettable office = null!;

    public async Task InitializeAsync() => office = await Forgettable.StartAsync();
    public async Task DisposeAsync() => await office.Pst.DisposeAsync();

    [Fact]
    public async Task No_file_has_it()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        // Long enough to lie apart from its row.
        byte[] attached = [.. "Surat pribadi tersembunyi"u8, .. new byte[5000], .. "akhir surat tersembunyi"u8];
        await office.DismissAsync(await office.ComplainedAsync(
            "2026-11-16", "Lihat lampiran.", Forgettable.Email, new(attached, Web.Vault.Commitment.NewSalt())));
        await office.Pst.Get<Web.Mail.MailRoute>().SendAsync(
            new(Guid.CreateVersion7(), Domain.EmailAddress.Parse(Forgettable.Email, null), new("Kode", "1234"), DateTimeOffset.MaxValue),
            CancellationToken.None);
        await office.ReadAsync("analyze");
        await office.ReadAsync("checkpoint");
        var stored = (await office.ReadAsync("select encode(contact, 'hex') from vault.visitor")).Single();
        var salt = (await office.ReadAsync("select encode(salt, 'hex') from vault.signing")).Single();
        var marks = Forgettable.Marks.Where(it => it.Length > ShortEnoughForChance).Select(Encoding.UTF8.GetBytes);
        byte[][] sought = [.. marks, [.. "Surat pribadi tersembunyi"u8], [.. "akhir surat tersembunyi"u8],
            Convert.FromHexString(stored), Convert.FromHexString(salt)];
        (await FoundAsync(sought)).Count.ShouldBe(sought.Length, "all of it is there before");

        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();
        (await RewrittenAsync()).ShouldBeTrue();

        (await FoundAsync(sought)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_still_sees_what_was_erased_is_waited_for()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await using var old = new NpgsqlConnection(office.Pst.Login);
        await old.OpenAsync();
        await using (var seeing = await old.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead))
        {
            await using var look = new NpgsqlCommand("select count(*) from pst.mt_events", old, seeing);
            await look.ExecuteScalarAsync();
            await office.EraseAsync(visitor);
            (await office.Pst.Get<Rewriting>().RunOnceAsync(CancellationToken.None)).ShouldBeFalse();
        }
        (await RewrittenAsync()).ShouldBeTrue();
        (await office.ReadAsync("select xid::text from pst.rewrite_due")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_planner_remembers_nothing_of_the_vault()
    {
        await office.VisitedAsync("2026-11-16");
        await office.ReadAsync("analyze");
        (await office.ReadAsync("""
            select format('%s.%s', s.tablename, s.attname) from pg_stats s
            where s.schemaname = 'vault' or (s.tablename = 'command' and s.attname = 'digest')
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_table_of_the_vault_is_one_that_forgetting_goes_through() =>
        (await office.ReadAsync("""
            select c.relname::text from pg_class c where c.relnamespace = 'vault'::regnamespace and c.relkind = 'r' and not exists (
                select from pg_attribute where attrelid = c.oid and attname in ('visit', 'visitor'))
            order by 1
            """)).ShouldBe(["account", "account_link", "letter"], "accounts are known by their address, letters by their reader");

    async Task<bool> RewrittenAsync()
    {
        for (var tried = 0; tried < 100; tried++)
            if (await office.Pst.Get<Rewriting>().RunOnceAsync(CancellationToken.None)) return true;
            else await Task.Delay(50); // another test of this server may be looking
        return false;
    }

    /// <summary>Those that are in some file of the server's or of the program's.</summary>
    async Task<IReadOnlyList<string>> FoundAsync(byte[][] sought)
    {
        var folder = (await office.ReadAsync("select current_setting('data_directory')")).Single();
        var ours = (await office.ReadAsync("select oid::text from pg_database where datname = current_database()")).Single();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(it => !it.Contains("/pg_wal/"))
            .Where(it => !it.Contains("/base/") || it.Contains($"/base/{ours}/") || it.Contains("/pgsql_tmp/"))
            .Concat(Directory.EnumerateFiles(office.Pst.Folder, "*", SearchOption.AllDirectories));
        var found = new HashSet<string>();
        foreach (var file in files)
        {
            byte[] bytes;
            try { bytes = await File.ReadAllBytesAsync(file); }
            catch (FileNotFoundException) { continue; } // another test's, dropped meanwhile
            foreach (var one in sought)
                if (bytes.AsSpan().IndexOf(one) >= 0) found.Add($"{Convert.ToHexString(one)}");
        }
        return [.. found];
    }
}

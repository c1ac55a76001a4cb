using System.Globalization;
using System.Text.Json;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Complaints;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>An office with somebody who has said all that may be said, whose every word would be known again.</summary>
internal sealed class Forgettable(RunningPst pst, OfficeCode office)
{
    public const string Name = "Zulkarnain Padmawati", Email = "zul.padma@rahasia.example", Words = "sangat pribadi sekali";

    /// <summary>All of it as text.</summary>
    public static IReadOnlyList<string> Marks { get; } =
        ["Zulkarnain", "Padmawati", "zul.padma", "rahasia.example", "081298765432", "081355577799", "Bunga Bangsa Sejati", "K7QZ", Words];

    const string Guestbook = $$"""
        {"visitor":{"name":"{{Name}}","email":"{{Email}}","phone":"0812 9876 5432","whatsapp":"0813-5557-7799",
          "institution":"CV Bunga Bangsa Sejati"},"purpose":3,"noticeSeen":true,
         "demographics":{"gender":1,"age":4,"disability":1,"disabilityKind":"intelektual","education":3,"occupation":6,
          "institutionKind":8},"occurredAt":"{{"{0}"}}" }
        """;

    public OfficeCode Office => office;

    public static async Task<Forgettable> StartAsync(Func<Office, Office>? changed = null)
    {
        var pst = await RunningPst.StartAsync();
        return new(pst, await pst.OpenAsync("5272", changed));
    }

    /// <summary>A visit from the door to the door, with everything in it.</summary>
    public async Task<(VisitId Visit, VisitorId Visitor)> VisitedAsync(string day, string email = Email)
    {
        var visit = new VisitId(Guid.CreateVersion7());
        var because = $$""","reason":"{{Words}}" }""";
        await DoAsync(visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{At(day, "09:00")}}"}""");
        var signed = await DoAsync(
            visit, "sign_guestbook", Guestbook.Replace(Email, email).Replace("{0}", At(day, "09:01"), StringComparison.Ordinal));
        await DoAsync(visit, "hold_id", $$"""{"kind":"sim","number":"90817263K7QZ","occurredAt":"{{At(day, "09:02")}}"}""");
        await DoAsync(visit, "serve", $$"""{"desk":"1","occurredAt":"{{At(day, "09:05")}}"}""");
        await DoAsync(visit, "take_note", $$"""{"text":"{{Words}}","occurredAt":"{{At(day, "09:06")}}"}""");
        await DoAsync(visit, "rate", $$"""{"overall":1,"comment":"{{Words}}","occurredAt":"{{At(day, "09:07")}}"}""");
        await DoAsync(visit, "return_id", $$"""{"occurredAt":"{{At(day, "09:08")}}"}""");
        await DoAsync(visit, "depart", $$"""{"occurredAt":"{{At(day, "09:09")}}"}""");
        await DoAsync(visit, "correct", $$"""{"eventVersion":2,"field":"purpose","to":4{{because}}""");
        return (visit, ((GuestbookSigned)signed.Events[0].Data).VisitorId);
    }

    public static string At(string day, string time) => $"{day}T{time}:00+08:00";

    public Task<VisitAnswer> DoAsync(VisitId visit, string command, string body) => pst.DoAsync(office, visit, command, body);

    public Task<Outcome<ErasureAnswer>> EraseAsync(VisitorId visitor, string reason = "Diminta sendiri", CommandId? id = null) =>
        pst.Get<ErasureWriter>().SendAsync(
            new(office, visitor, reason, RunningPst.Supervisor, id ?? pst.NewId()), CancellationToken.None);

    public Task<Outcome<StreamAnswer>> SendAsync(VisitorId record, VisitorCommand command) =>
        pst.Get<VisitorWriter>().SendAsync(new(office, record, command, RunningPst.Supervisor, pst.NewId()), CancellationToken.None);

    /// <summary>Somebody complains at nine, with that address.</summary>
    public async Task<ComplaintId> ComplainedAsync(string day, string what, string email, VaultEntry.Attachment? file = null)
    {
        var (clock, complaint) = ((StoppedClock)pst.Get<TimeProvider>(), new ComplaintId(Guid.CreateVersion7()));
        var (today, text) = (clock.Now, VaultEntry.Text.Of(what));
        clock.Now = DateTimeOffset.Parse(At(day, "09:00"), CultureInfo.InvariantCulture);
        var receive = new ComplaintCommand.Receive(
            ComplaintWay.Online, IsAnonymous: false, text.Id, null, file is null ? null : [file.Id]);
        VaultEntry[] kept = [text, new VaultEntry.Complainant("Dewi", email, null)];
        await SendAsync(complaint, receive, file is null ? kept : [.. kept, file]);
        clock.Now = today;
        return complaint;
    }

    /// <summary>It is over.</summary>
    public Task DismissAsync(ComplaintId complaint) => SendAsync(complaint, new ComplaintCommand.Dismiss(Guid.CreateVersion7()));

    async Task SendAsync(ComplaintId complaint, ComplaintCommand command, params IReadOnlyList<VaultEntry> entries) =>
        (await pst.Get<ComplaintWriter>().SendAsync(
            new(office, complaint, command, RunningPst.Supervisor, pst.NewId(), null, entries), CancellationToken.None))
        .ShouldBeOfType<Done<StreamAnswer>>();

    /// <summary>Gives places to all that was committed, and takes the tables there.</summary>
    public async Task CatchUpAsync()
    {
        while (await pst.Get<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        await pst.Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await CatchUpAsync();
        return await new VaultCheck(pst.Get<PstDatabase>().Worker).FaultsAsync(CancellationToken.None);
    }

    /// <summary>What the office's figures of that month are, to the letter.</summary>
    public async Task<string> FiguresAsync()
    {
        await CatchUpAsync();
        var state = await pst.Get<OfficeMemory>().FindAsync(office, CancellationToken.None);
        var figures = await pst.Get<Statistics>().OfAsync(
            office, state!, new(2026, 11, 1), new(2026, 11, 30), null, DateTimeOffset.UnixEpoch.AddYears(60), CancellationToken.None);
        return JsonSerializer.Serialize(figures.Days);
    }

    /// <summary>Every row of the vault as text.</summary>
    public async Task<IReadOnlyList<string>> VaultAsync()
    {
        var rows = new List<string>();
        foreach (var table in await ReadAsync("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'vault'"))
            rows.AddRange(await ReadAsync($"select t::text from {table} t"));
        return rows;
    }

    /// <summary>As the server's superuser.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(pst.Login);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync()) read.Add(rows.GetString(0));
        return read;
    }

    public RunningPst Pst => pst;
}

using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Mail;

namespace Pst.Web.Tests.Mail;

/// <summary>Outbox and postman on a database of their own, at a time that the test sets; what the postman logs is heard.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    /// <summary>How long a mail is of use here.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    readonly PstDatabase database;
    readonly Outbox outbox;
    readonly Postman postman;
    readonly Heard heard = new();

    PostOffice(string connectionString, IConfiguration settings, string folder)
    {
        Folder = folder;
        database = new(connectionString);
        outbox = new(database, Clock);
        Route = new(settings);
        postman = new(database, Route, Clock, heard);
    }

    public StoppedClock Clock { get; } = new();
    public string Folder { get; }
    public MailRoute Route { get; }
    public IReadOnlyList<string> Log => heard.Sentences;

    public static Task<PostOffice> ToServerAsync(int port) => OpenAsync(
        ("Host", "127.0.0.1"), ("Port", port.ToString(CultureInfo.InvariantCulture)), ("StartTls", "false"),
        ("From", "PST <pst@example.org>"));

    public static Task<PostOffice> ToFolderAsync() => OpenAsync();

    public static IConfiguration Settings(params (string Name, string Value)[] mail) =>
        new ConfigurationBuilder().AddInMemoryCollection(mail.ToDictionary(it => $"Pst:Mail:{it.Name}", it => (string?)it.Value)).Build();

    static async Task<PostOffice> OpenAsync(params (string, string)[] mail)
    {
        var (data, settings) = (await TemporaryFolder.NameAsync(), Settings(mail));
        settings["Pst:DataDirectory"] = data;
        var database = await PostgresServer.CreateMigratedAsync();
        return new(database, settings, Path.Combine(data, "mail"));
    }

    public Task PutAsync(EmailAddress to, string subject, string body, Guid? id = null) =>
        outbox.PutAsync(new(id ?? Guid.CreateVersion7(), to, new(subject, body), Clock.Now + Life), CancellationToken.None);

    public Task PutAsync(EmailAddress to, WrittenLetter says) =>
        outbox.PutAsync(new(Guid.CreateVersion7(), to, says, Clock.Now + Life), CancellationToken.None);

    public Task RunAsync() => postman.RunOnceAsync(CancellationToken.None);

    public async Task<long> WaitingAsync()
    {
        await using var count = database.Worker.CreateCommand("select count(*) from vault.letter");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        postman.Dispose();
        await database.DisposeAsync();
    }

    sealed class Heard : ILogger<Postman>
    {
        public List<string> Sentences { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Sentences.Add($"{formatter(state, exception)}{exception}");
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

/// <summary>The program's inside on a database of its own, without its workers and without HTTP: what is not called does not run.</summary>
public sealed class RunningPst : IAsyncDisposable
{
    public static readonly Caller Supervisor = new("test:supervisor", Role.Supervisor, null);

    // What these tests do is told to have happened in the days before.
    static readonly DateTimeOffset Friday = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(7));

    static readonly Caller Admin = new("test:admin", Role.Admin, null);

    readonly WebApplication app;
    readonly string login;
    int ids;

    RunningPst(WebApplication app, string login) => (this.app, this.login) = (app, login);

    public static async Task<RunningPst> StartAsync(int version = 18) =>
        await StartAsync(await PostgresServer.CreateMigratedAsync(version), await TemporaryFolder.NameAsync());

    /// <summary>On a database and a data folder that are there already.</summary>
    public static async Task<RunningPst> StartAsync(string database, string folder)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Pst:SecretKey"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Pst:DataDirectory"] = folder;
        builder.AddPst(database);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new StoppedClock { Now = Friday }));
        return new(builder.Build(), database) { Folder = folder };
    }

    /// <summary>The program's data folder.</summary>
    public string Folder { get; private init; } = "";

    /// <summary>Signs in to the database with every right.</summary>
    public string Login => login;

    /// <summary>Lets go of all connections to the database.</summary>
    public async Task LetGoAsync()
    {
        Get<PstDatabase>().App.Clear();
        Get<PstDatabase>().Worker.Clear();
        await using var pool = new NpgsqlConnection(login);
        NpgsqlConnection.ClearPool(pool);
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Opens an office by its agreed file, as <paramref name="changed"/> makes it.</summary>
    public async Task<OfficeCode> OpenAsync(string code, Func<Office, Office>? changed = null)
    {
        var json = JsonElement.Parse(await File.ReadAllTextAsync(Shared.File($"offices/{code}.json")));
        var office = ((Valid<Office>)OfficeFile.Read(json)).Value;
        var put = new OfficeCommand.PutFile(changed is null ? office : changed(office));
        (await Get<OfficeWriter>().SendAsync(new(office.Code, put, Admin, NewId()), CancellationToken.None))
            .ShouldBeOfType<Done<OfficeAnswer>>();
        return office.Code;
    }

    /// <summary>Sends a command with its fields as JSON, as the API does.</summary>
    public Task<Outcome<VisitAnswer>> SendAsync(OfficeCode office, VisitId visit, string command, string body, CommandId? id = null)
    {
        var read = CommandBodies.Read(command, Fields.Of(JsonElement.Parse(body)), Role.Supervisor);
        var asked = read.ShouldBeOfType<Valid<AskedCommand>>().Value;
        return Get<VisitWriter>().SendAsync(new(office, visit, asked, Supervisor, id ?? NewId()), CancellationToken.None);
    }

    /// <summary>The same for a command that must be carried out.</summary>
    public async Task<VisitAnswer> DoAsync(OfficeCode office, VisitId visit, string command, string body) =>
        (await SendAsync(office, visit, command, body)).ShouldBeOfType<Done<VisitAnswer>>().Answer;

    /// <summary>A visit whose guestbook is signed by that person.</summary>
    public async Task<VisitId> SignedAsync(OfficeCode office, string email, string at)
    {
        var visit = new VisitId(Guid.CreateVersion7());
        await DoAsync(office, visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{at}}"}""");
        await DoAsync(office, visit, "sign_guestbook", Guestbook(email, at));
        return visit;
    }

    public static string Guestbook(string email, string at) => $$"""
        {"visitor":{"name":"Tamu","email":"{{email}}" },"purpose":1,"noticeSeen":true,"occurredAt":"{{at}}",
         "demographics":{"gender":1,"age":2,"disability":2,"education":3,"occupation":1,"institutionKind":6} }
        """;

    /// <summary>Ids are counted, so that a run repeats itself.</summary>
    public CommandId NewId()
    {
        var id = BitConverter.GetBytes(Interlocked.Increment(ref ids));
        return new(new Guid(SHA256.HashData(id).AsSpan(0, 16)), id);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await using var pool = new NpgsqlConnection(login); // a server has so many connections, and many tests
        NpgsqlConnection.ClearPool(pool);
        GC.SuppressFinalize(this);
    }
}

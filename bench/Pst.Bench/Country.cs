using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Bench;

/// <summary>The program's inside on a database of its own, with as many offices as wanted; its workers do not run.</summary>
sealed class Country : IAsyncDisposable
{
    /// <summary>Of every program that opens these databases.</summary>
    public static readonly string Secret = Convert.ToBase64String(new byte[32]);

    static readonly Caller Admin = new("bench:admin", Role.Admin, null);

    readonly WebApplication app;

    Country(WebApplication app, NpgsqlDataSource owner, IReadOnlyList<OfficeCode> offices) =>
        (this.app, Owner, Offices) = (app, owner, offices);

    /// <summary>Every right: for what lies beside the program.</summary>
    public NpgsqlDataSource Owner { get; }

    public IReadOnlyList<OfficeCode> Offices { get; }

    public static async Task<Country> FoundAsync(string connectionString, int offices)
    {
        await PstDatabase.MigrateAsync(connectionString, CancellationToken.None);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Pst:SecretKey"] = Secret;
        builder.AddPst(connectionString);
        var codes = Enumerable.Range(1, offices).Select(it => new OfficeCode($"{it:0000}")).ToList();
        var country = new Country(builder.Build(), NpgsqlDataSource.Create(connectionString), codes);
        await country.OpenOfficesAsync();
        return country;
    }

    public IServiceProvider Services => app.Services;

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task WriteAsync(IEnumerable<PastVisit> visits)
    {
        await using var owner = await Owner.OpenConnectionAsync();
        await new History(owner).WriteAsync(visits);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Owner.DisposeAsync();
    }

    // All by the file of one whose standard offers copies.
    async Task OpenOfficesAsync()
    {
        var file = JsonElement.Parse(await File.ReadAllTextAsync(Shared.File("offices/5272.json")));
        var office = ((Valid<Office>)OfficeFile.Read(file)).Value;
        var keys = Get<EdgeKeys>();
        foreach (var code in Offices)
        {
            var put = new OfficeCommand.PutFile(office with { Code = code });
            await Get<OfficeWriter>().SendAsync(new(code, put, Admin, keys.CommandId($"open-{code}", "bench", [])), CancellationToken.None);
        }
    }
}

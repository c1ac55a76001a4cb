using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>Accounts as Entity Framework sees them. It only maps: the tables are made by Schema/*.sql, as all others are.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    /// <summary>
    /// Reads people who work here, behind the wall of an office, where the database itself shows no others'. Visitors' accounts are no list
    /// for anybody.
    /// </summary>
    /// <param name="office">Null for the people of all.</param>
    /// <param name="read">What is asked of them.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="withNational">Also those who belong to no office.</param>
    public async Task<T> ReadAsync<T>(
        OfficeCode? office, Func<IQueryable<Person>, Task<T>> read, CancellationToken cancel, bool withNational = false)
    {
        var workers = People.Where(it => it.Role != Role.Visitor);
        if (office is not { } entered) return await read(workers);
        await using var within = await Database.BeginTransactionAsync(cancel);
        await Database.ExecuteSqlAsync($"select set_config('pst.office', {entered.Value}, true)", cancel);
        return await read(workers.Where(it => it.Office == entered || (withNational && it.Office == null)));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<OfficeCode>().HaveConversion<OfficeCodeColumn>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("identity");
        modelBuilder.Entity<Person>(it =>
        {
            it.ToTable("person");
            it.Ignore(person => person.NormalizedEmail).Ignore(person => person.EmailConfirmed);
            it.Ignore(person => person.PhoneNumber).Ignore(person => person.PhoneNumberConfirmed);
            it.Property(person => person.Role).HasConversion<short>();
            it.Property(person => person.ConcurrencyStamp).IsConcurrencyToken();
        });
        modelBuilder.Entity<OneTimeLink>(it =>
        {
            it.ToTable("one_time_link").HasKey(link => link.Hash);
            it.Property(link => link.Purpose).HasConversion<short>();
        });
        modelBuilder.Entity<IdentityUserToken<Guid>>(it =>
            it.ToTable("person_token").HasKey(token => new { token.UserId, token.LoginProvider, token.Name }));
        modelBuilder.Entity<IdentityUserPasskey<Guid>>(it =>
        {
            it.ToTable("person_passkey").HasKey(passkey => passkey.CredentialId);
            it.OwnsOne(passkey => passkey.Data).ToJson("data");
        });
        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(it => !it.IsMappedToJson()).SelectMany(it => it.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }

    sealed class OfficeCodeColumn() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<OfficeCode, string>(
        it => it.Value, it => new OfficeCode(it));
}

using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.VisitorAccounts;

/// <summary>
/// New accounts of visitors. Nothing opens before the link in the mail was pressed; an address that has an account already gets a mail that
/// says so, and whoever asked sees no difference.
/// </summary>
public sealed class Registrations(
    PeopleContext context, UserManager<Person> people, AccountLinks links, EdgeKeys keys, PublicAddress address,
    AccountLetters letters, TimeProvider clock)
{
    static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Sends the link; what is wrong with the password, else nothing.</summary>
    /// <param name="password">Null for somebody who signs in by passkey or by mail.</param>
    public async Task<IdentityResult> AskAsync(HttpRequest request, NewAccount asked, string? password, CancellationToken cancel)
    {
        var person = NewPerson(asked.Email);
        if (password is not null && await WrongAsync(person, password) is { Succeeded: false } wrong) return wrong;

        var hash = password is null ? null : people.PasswordHasher.HashPassword(person, password);
        var known = await people.FindByNameAsync(person.UserName!);
        var pending = JsonSerializer.Serialize(new Pending(asked, hash), StoredJson.Options);
        await links.SendAsync(
            AccountLinkPurpose.Confirm, asked.Email, Life, known?.Id, known is null ? pending : null,
            secret => known is null
                ? letters.Confirm(address.Of(request, $"/akun/konfirmasi/{secret}")) : letters.Known(address.Of(request, "/masuk")),
            cancel);
        return IdentityResult.Success;
    }

    public Task<bool> IsGoodAsync(string secret, CancellationToken cancel) =>
        links.IsGoodAsync(AccountLinkPurpose.Confirm, secret, cancel);

    /// <summary>The account, whose address is confirmed by this; null where the link is not good any more.</summary>
    public async Task<Person?> ConfirmAsync(string secret, CancellationToken cancel)
    {
        await using var both = await context.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        if (await links.TakeAsync(connection, AccountLinkPurpose.Confirm, secret, cancel) is not { Pending: { } said }) return null;

        var (asked, hash) = JsonSerializer.Deserialize<Pending>(said, StoredJson.Options)!;
        var person = await MakeAsync(connection, asked, hash, cancel);
        if (person is not null) await both.CommitAsync(cancel);
        return person;
    }

    /// <summary>An account at an address that needs no proof, such as the demo's.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    public async Task<Person> MakeAsync(NewAccount known, string password, CancellationToken cancel)
    {
        await using var both = await context.Database.BeginTransactionAsync(cancel);
        var hash = people.PasswordHasher.HashPassword(NewPerson(known.Email), password);
        var person = await MakeAsync((NpgsqlConnection)context.Database.GetDbConnection(), known, hash, cancel)
            ?? throw new InvalidOperationException("There is an account at this address.");
        await both.CommitAsync(cancel);
        return person;
    }

    async Task<Person?> MakeAsync(NpgsqlConnection connection, NewAccount said, string? hash, CancellationToken cancel)
    {
        var person = NewPerson(said.Email);
        person.PasswordHash = hash;
        if (!(await people.CreateAsync(person)).Succeeded) return null;
        await AccountFile.AddAsync(connection, new(person.Id, said.Email, said.Name, said.Whatsapp, said.Institution, null), cancel);
        return person;
    }

    /// <summary>An account without a name: the log and the pages of the office know it by its role alone.</summary>
    Person NewPerson(EmailAddress email) =>
        new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "", UserName = keys.AccountName(email), Role = Role.Visitor };

    async Task<IdentityResult> WrongAsync(Person person, string password)
    {
        foreach (var rule in people.PasswordValidators)
            if (await rule.ValidateAsync(people, person, password) is { Succeeded: false } wrong) return wrong;
        return IdentityResult.Success;
    }

    sealed record Pending(NewAccount Asked, string? PasswordHash);
}

/// <summary>What somebody says who wants an account.</summary>
public sealed record NewAccount(EmailAddress Email, string Name, string? Whatsapp, string? Institution);

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Simulation;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Demo;

/// <summary>One who may sign in to the demo.</summary>
/// <param name="Office">Null for all offices.</param>
internal sealed record SampleAccount(string UserName, Role Role, OfficeCode? Office);

/// <summary>
/// The accounts of a demo: one a role in each office, and those that hold for all. The first and the last of them say how far it has come.
/// </summary>
internal sealed class SampleAccounts(UserManager<Person> people, PeopleContext context, Registrations registrations)
{
    /// <summary>The address of a visitor who has confirmed it.</summary>
    public const string Visitor = "pengunjung@contoh.example";

    /// <summary>Everybody's: it is printed, so it protects nothing.</summary>
    public const string Password = "layanan-statistik";

    static readonly (Role Role, string Word)[] Roles =
    [
        (Role.Staff, "petugas"), (Role.Supervisor, "penyelia"), (Role.Manager, "pimpinan"), (Role.Auditor, "auditor"),
        (Role.Admin, "admin"),
    ];

    /// <summary>Those of all offices first.</summary>
    public static IReadOnlyList<SampleAccount> Of(IEnumerable<OfficeCode> offices) =>
    [
        .. Roles.Where(it => it.Role.HoldsForAll()).Select(it => new SampleAccount(it.Word, it.Role, null)),
        .. offices.SelectMany(office => Roles.Select(it => new SampleAccount($"{it.Word}-{office}", it.Role, office))),
    ];

    public Task<bool> ExistsAsync(SampleAccount account, CancellationToken cancel) =>
        context.People.AnyAsync(it => it.Id == Crew.PersonOf(account.Office, account.Role), cancel);

    /// <summary>Whether anybody has an account here.</summary>
    public Task<bool> AnyAsync(CancellationToken cancel) => context.People.AnyAsync(cancel);

    /// <summary>The visitor's account, with what both offices' standards ask for online.</summary>
    public async Task MakeVisitorAsync(CancellationToken cancel) => await registrations.MakeAsync(
        new(EmailAddress.Parse(Visitor, null), "Dewi Lestari", "081234567890", "Universitas Contoh"), Password, cancel);

    /// <exception cref="InvalidOperationException">The account cannot be made.</exception>
    public async Task MakeAsync(SampleAccount account, CancellationToken cancel)
    {
        if (await ExistsAsync(account, cancel)) return;

        var id = Crew.PersonOf(account.Office, account.Role);
        var name = new Bogus.Faker("id_ID") { Random = new Bogus.Randomizer(BitConverter.ToInt32(id.ToByteArray())) }.Name;
        var made = await people.CreateAsync(
            new() { Id = id, Name = name.FullName(), UserName = account.UserName, Role = account.Role, Office = account.Office }, Password);
        if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(it => it.Description)));
    }
}

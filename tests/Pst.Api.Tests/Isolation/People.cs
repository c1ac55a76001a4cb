using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pst.Api.Tests.Support;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Identity;
using Pst.Web.OwnData;
using Pst.Web.Softcopies;
using Pst.Web.Vault;
using Pst.Web.VisitorAccounts;
using Pst.Web.Webhooks;
using Pst.Web.Writing;

namespace Pst.Api.Tests.Isolation;

/// <summary>Makes keys, devices and accounts of any role, in one office or in all.</summary>
internal sealed class People(RunningApi api)
{
    /// <param name="office">Null for all of them.</param>
    public async Task<Support.Caller> KeyAsync(string role, string? office)
    {
        var named = office is null ? "" : $"\"office\":\"{office}\",";
        var made = await api.Admin.PostAsync("/api/v1/keys", $$"""{{{named}}"role":"{{role}}"}""");
        return api.With(made.Json.GetProperty("key").GetString());
    }

    /// <summary>Somebody's browser, signed in; a kiosk's is its tablet's.</summary>
    public async Task<Browser> SignInAsync(string role, string? office) => await api.BrowserAsync(role == "kiosk"
        ? $"{DeviceAuthentication.Cookie}={(await EnrolAsync(office!, "Kios")).Key}"
        : await CookieAsync(await MakeAsync(role, office, "Orang")));

    public async Task<(Guid Device, string Key)> EnrolAsync(string office, string name)
    {
        var device = Guid.CreateVersion7();
        var keys = api.Services.GetRequiredService<ApiKeys>();
        return (device, (await keys.MakeAsync(Role.Kiosk, new(office), device, name, CancellationToken.None)).Key);
    }

    public async Task<Person> MakeAsync(string role, string? office, string name)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            UserName = $"{name}-{role}-{office}",
            Role = Enum.Parse<Role>(role, ignoreCase: true),
            Office = office is null ? null : new OfficeCode(office),
        };
        if (person.Role == Role.Visitor) return await VisitorAsync(scope.ServiceProvider, person.UserName);
        (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person)).Succeeded.ShouldBeTrue();
        return person;
    }

    // A visitor's account is of no office.
    static Task<Person> VisitorAsync(IServiceProvider services, string name) =>
        services.GetRequiredService<Registrations>().MakeAsync(
            new(EmailAddress.Parse($"{name}@contoh.example", null), name, null, null), "kuda laut berenang", CancellationToken.None);

    /// <summary>A follow-up action of the office that somebody answers for.</summary>
    public async Task<string> FollowUpAsync(string office, Person owner, string plan)
    {
        var text = VaultEntry.Text.Of(plan);
        var action = new FollowUpId(Guid.CreateVersion7());
        var command = new FollowUpCommand.Open(FollowUpCause.ByHand, text.Id, owner.Id, DateOnly.MaxValue);
        var supervisor = new Web.Access.Caller("key:test", Role.Supervisor, new(office));
        var request = new FollowUpRequest(new(office), action, command, [owner.Id], supervisor, new(Guid.CreateVersion7(), []), text);
        var done = await api.Services.GetRequiredService<FollowUpWriter>().SendAsync(request, CancellationToken.None);
        done.ShouldBeOfType<Done<StreamAnswer>>();
        return $"{action}";
    }

    /// <summary>Something that a visitor asks about their own data: its place in their record.</summary>
    public async Task<string> AskAsync(string office, string visitor)
    {
        var pass = new OwnDataPass(new(office), VisitorId.Parse(visitor, null));
        var asked = new OwnDataCommand.Ask(DataRequestKind.Access, null);
        var request = new OwnDataRequest(pass.Office, pass.Visitor, asked, pass.Caller, new(Guid.CreateVersion7(), []), null);
        var done = await api.Services.GetRequiredService<OwnDataWriter>().SendAsync(request, CancellationToken.None);
        var sequence = done.ShouldBeOfType<Done<StreamAnswer>>().Answer.Sequence;
        await api.Services.GetRequiredService<ProjectionRunner>().Progress
            .WaitAsync([DataRequests.Projection.Name], sequence, TimeSpan.FromSeconds(10), CancellationToken.None);
        var events = await api.Services.GetRequiredService<Streams>().ReadAsync(office, pass.Visitor.Value, CancellationToken.None);
        return $"{events.Single(it => it.Sequence == sequence).Version}";
    }

    /// <summary>A complaint that somebody made to the office.</summary>
    public async Task<string> ComplaintAsync(string office, string text)
    {
        var (words, complaint) = (VaultEntry.Text.Of(text), new ComplaintId(Guid.CreateVersion7()));
        var command = new ComplaintCommand.Receive(ComplaintWay.Box, IsAnonymous: false, words.Id, null);
        var clerk = new Web.Access.Caller("key:test", Role.Staff, new(office));
        var request = new ComplaintRequest(
            new(office), complaint, command, clerk, new(Guid.CreateVersion7(), []), null, words, Somebody(text));
        var done = await api.Services.GetRequiredService<ComplaintWriter>().SendAsync(request, CancellationToken.None);
        done.ShouldBeOfType<Done<StreamAnswer>>();
        return $"{complaint}";
    }

    /// <summary>A scan that a visitor of the office is to be given.</summary>
    public async Task<string> SoftcopyAsync(string office, string text)
    {
        var (words, request) = (VaultEntry.Text.Of(text), new SoftcopyId(Guid.CreateVersion7()));
        var ask = new SoftcopyCommand.Ask(new("1872-1"), SoftcopyWay.Scan, Why: words.Id);
        var clerk = new Web.Access.Caller("key:test", Role.Staff, new(office));
        var order = new SoftcopyOrder(new(office), request, ask, clerk, new(Guid.CreateVersion7(), []), null, words, Somebody(text));
        var done = await api.Services.GetRequiredService<SoftcopyWriter>().SendAsync(order, CancellationToken.None);
        done.ShouldBeOfType<Done<StreamAnswer>>();
        return $"{request}";
    }

    /// <summary>Where a system of the office wants to hear what happens; nobody listens there.</summary>
    public async Task<string> WebhookAsync(string office, string name) =>
        $"{(await api.Services.GetRequiredService<Subscriptions>()
            .AddAsync(new(office), $"http://127.0.0.1:9/{name}", isLan: true, CancellationToken.None)).Id}";

    static VaultEntry.Complainant Somebody(string name) => new(name, $"{name}@contoh.example", null);

    // What the sign-in page leaves; it takes ten tries a minute, and here are more people.
    async Task<string> CookieAsync(Person person)
    {
        await using var scope = api.Services.CreateAsyncScope();
        var who = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        var scheme = IdentityConstants.ApplicationScheme;
        var options = api.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var times = new AuthenticationProperties { IssuedUtc = api.Clock.Now, ExpiresUtc = api.Clock.Now.AddHours(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(who, times, scheme))}";
    }
}

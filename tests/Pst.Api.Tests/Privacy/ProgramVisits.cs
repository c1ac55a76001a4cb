using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Privacy;

/// <summary>Visits of the recognizable guest over the API.</summary>
internal sealed class ProgramVisits(Caller supervisor, string office)
{
    static readonly string Let = $$"""{"channel":"offline","override":{{Guest.Because()}}}""";

    /// <summary>Everything said that may be said.</summary>
    public async Task WholeAsync()
    {
        var visit = await ArrivedAsync();
        var signed = await DoAsync(200, visit, "sign_guestbook", Guest.Guestbook());
        await DoAsync(200, visit, "hold_id", $$"""{"kind":"sim","number":"{{Guest.Licence}}"}""");
        await DoAsync(200, visit, "assign_locker", """{"locker":"1"}""");
        await DoAsync(200, visit, "serve", """{"desk":"1"}""");
        await DoAsync(200, visit, "make_copies", $$"""{"sheets":11,"override":{{Guest.Because()}}}""");
        await DoAsync(200, visit, "rate", $$"""{"overall":2,"comment":"{{Guest.Words}}: saya tidak puas"}""");
        await DoAsync(200, visit, "correct", Guest.Because("\"eventVersion\":2,\"field\":\"purpose\",\"to\":4,"));
        await supervisor.PostAsync($"{office}/lockers/2/out_of_order", Guest.Because());
        var visitor = signed.Json.GetProperty("events")[0].GetProperty("data").GetProperty("visitorId").GetString();
        (await supervisor.GetAsync($"{office}/visitors/{visitor}")).Text.ShouldContain(Guest.Name);
        await LetGoAsync(visit);
    }

    /// <summary>What the rules do not let through.</summary>
    public async Task RefusedAsync()
    {
        var visit = await ArrivedAsync();
        await DoAsync(200, visit, "sign_guestbook", Guest.Guestbook());
        await DoAsync(409, visit, "sign_guestbook", Guest.Guestbook());
        await DoAsync(409, visit, "make_copies", $$"""{"sheets":1,"override":{{Guest.Because()}}}""");
        await DoAsync(409, visit, "rate", $$"""{"overall":1,"comment":"{{Guest.Words}}"}""");
        await DoAsync(409, await ArrivedAsync(), "sign_guestbook", Guest.Guestbook());
        await DoAsync(409, await ArrivedAsync(), "hold_id", $$"""{"kind":"sim","number":"{{Guest.Licence}}"}""");
        await DoAsync(200, visit, "void", Guest.Because());
        await DoAsync(409, visit, "void", Guest.Because());
    }

    /// <summary>What cannot be read.</summary>
    public async Task InvalidAsync()
    {
        var visit = await ArrivedAsync();
        await DoAsync(400, visit, "sign_guestbook", Guest.Guestbook("zul.padma(at)rahasia.example"));
        await DoAsync(400, visit, "sign_guestbook", Guest.Guestbook().Replace(Guest.Phone, Guest.Name));
        await DoAsync(400, visit, "sign_guestbook", Guest.Guestbook()[..^8]);
        await DoAsync(400, visit, "sign_guestbook", $$"""{"{{Guest.Name}}":"{{Guest.Email}}"}""");
        await DoAsync(400, visit, "hold_id", $$"""{"kind":"ktp","number":"{{Guest.NoNik}}"}""");
        await DoAsync(400, visit, "void", Guest.Because($"\"{Guest.Name}\":1,"));
        await DoAsync(413, visit, "void", Guest.Because(new string(' ', 70_000)));
    }

    /// <summary>What the database, broken by now, takes no more.</summary>
    public async Task FailedAsync()
    {
        await DoAsync(500, Arrived, "sign_guestbook", Guest.Guestbook("lain.zul.padma@rahasia.example"));
        await DoAsync(503, Arrived, "void", Guest.Because());
        (await supervisor.PostAsync($"{office}/lockers/3/out_of_order", Guest.Because())).Code.ShouldBe(503);
    }

    /// <summary>The last who arrived.</summary>
    public string Arrived { get; private set; } = "";

    public async Task<string> ArrivedAsync()
    {
        Arrived = Office.NewVisit();
        await DoAsync(409, Arrived, "arrive", """{"channel":"offline"}""");
        await DoAsync(200, Arrived, "arrive", Let);
        return Arrived;
    }

    public async Task<Answer> DoAsync(int status, string visit, string command, string body)
    {
        var answer = await supervisor.PostAsync($"{office}/visits/{visit}/{command}", body);
        answer.Code.ShouldBe(status, $"{command}: {answer}");
        return answer;
    }

    async Task LetGoAsync(string visit)
    {
        foreach (var command in (string[])["release_locker", "return_id", "depart"]) await DoAsync(200, visit, command, "{}");
    }
}

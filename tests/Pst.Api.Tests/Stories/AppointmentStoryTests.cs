using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Stories;

/// <summary>An appointment, by programs alone.</summary>
public sealed class AppointmentStoryTests(RunningApi api) : IClassFixture<RunningApi>
{
    const string Slots = "appointments/slots?day=2026-03-03";

    [Fact]
    public async Task From_a_free_time_to_the_offices_regret()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (visitor, staff) = (await office.AsAsync("visitor"), await office.AsAsync("staff"));
        var slot = (await visitor.GetAsync($"{office.Path}/{Slots}")).Json[0];
        slot.GetProperty("places").GetInt32().ShouldBe(2);
        var time = slot.GetProperty("slot").GetString()!;

        var made = await visitor.PostAsync(At("make"), $$"""{"slot":"{{time}}","name":"Siti","email":"siti@contoh.example"}""");
        made.Code.ShouldBe(200, $"{made}");
        var receipt = made.Json.GetProperty("receipt");
        var code = receipt.GetProperty("code").GetString()!;
        receipt.GetProperty("page").GetString()!.ShouldContain("/j/");
        (await visitor.GetAsync($"{office.Path}/{Slots}")).Json[0].GetProperty("places").GetInt32().ShouldBe(1);

        (await visitor.PostAsync(At("move"), """{"slot":"2026-03-03T10:00","code":"AAAAA-AAAAA"}""")).Refusal
            .ShouldBe("appointment_not_found");
        (await visitor.PostAsync(At("move"), $$"""{"slot":"2026-03-03T03:00","code":"{{code}}"}""")).Refusal
            .ShouldBe("appointment_outside_hours");
        (await visitor.PostAsync(At("move"), $$"""{"slot":"2026-03-03T10:00","code":"{{code}}"}""")).Code.ShouldBe(200);
        var listed = (await staff.GetAsync($"{office.Path}/appointments?day=2026-03-03")).Json;
        listed.GetArrayLength().ShouldBe(1);
        listed[0].GetProperty("slot").GetString().ShouldBe("2026-03-03T10:00");
        $"{listed}".ShouldNotContain("Siti");

        (await staff.PostAsync(At("call_off"), """{"reason":"Listrik padam"}""")).Code.ShouldBe(200);
        (await visitor.PostAsync(At("cancel"), $$"""{"code":"{{code}}"}""")).Refusal.ShouldBe("appointment_cancelled");
        (await staff.GetAsync($"{office.Path}/appointments?day=2026-03-03")).Json.GetArrayLength().ShouldBe(0);

        string At(string command) => $"{office.Path}/appointments/{id}/{command}";
    }
}

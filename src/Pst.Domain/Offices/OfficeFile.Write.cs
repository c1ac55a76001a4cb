using System.Globalization;
using System.Text.Json.Nodes;

namespace Pst.Domain;

// Written by hand, beside the reader and in its order: the file's shape is a contract with people and may differ from what is stored.
public static partial class OfficeFile
{
    /// <summary>The file back, as it was read; completion.minutes and printed.copies stand there also when null.</summary>
    public static JsonObject Write(Office office) => new()
    {
        ["code"] = office.Code.ToString(),
        ["name"] = office.Details.Name,
        ["unit"] = office.Details.Unit,
        ["parent"] = office.Details.Parent,
        ["timeZone"] = office.Details.TimeZone.Id,
        ["address"] = office.Details.Address,
        ["phone"] = office.Details.Phone,
        ["website"] = office.Details.Website,
        ["standard"] = Write(office.Standard),
        ["local"] = Write(office.Local),
    };

    public static JsonObject Write(Standard standard) => new()
    {
        ["service"] = standard.Service,
        ["services"] = Write(standard.Services),
        ["decree"] = standard.Decree,
        ["effectiveFrom"] = Write(standard.EffectiveFrom),
        ["requirements"] = List(standard.Requirements, Write),
        ["acceptedIds"] = Write(standard.AcceptedIds),
        ["procedure"] = new JsonObject
        {
            ["offline"] = List(standard.Procedure.Offline, Write),
            ["online"] = List(standard.Procedure.Online, Write),
        },
        ["completion"] = Write(standard.Completion),
        ["fee"] = standard.Fee,
        ["printed"] = Write(standard.Printed),
        ["digital"] = Write(standard.Digital),
        ["products"] = List(standard.Products, it => it),
        ["complaints"] = List(standard.Complaints, it => new JsonObject { ["channel"] = it.Channel, ["value"] = it.Value }),
    };

    static JsonObject Write(Requirement requirement) => new()
    {
        ["channels"] = Write(requirement.Channels),
        ["rule"] = Words.Of(requirement.Rule),
        ["text"] = requirement.Text,
    };

    static JsonObject Write(ProcedureStep step) => new() { ["step"] = step.Step, ["text"] = step.Text };

    static JsonObject Write(Completion completion)
    {
        var written = new JsonObject { ["kind"] = Words.Of(completion.Kind), ["minutes"] = completion.Minutes };
        if (completion.Hours is { } hours) written["hours"] = Write(hours);
        written["text"] = completion.Text;
        return written;
    }

    static JsonObject Write(Printed printed) => new()
    {
        ["read"] = printed.Read,
        ["scan"] = printed.Scan,
        ["copies"] = printed.Copies is { } copies
            ? new JsonObject { ["maxSheets"] = copies.MaxSheets, ["window"] = Words.Of(copies.Window) } : null,
    };

    static JsonObject Write(Digital digital) => new()
    {
        ["read"] = digital.Read,
        ["requestForm"] = digital.RequestForm,
        ["selfDownload"] = digital.SelfDownload,
        ["watermark"] = digital.Watermark,
    };

    static JsonObject Write(LocalSettings local)
    {
        var written = new JsonObject { ["hours"] = Write(local.Hours) };
        if (local.SeasonalHours is { } seasons) written["seasonalHours"] = List(seasons, Write);
        written["holidays"] = List(local.Holidays, it => Write(it));
        written["dayOverrides"] = new JsonObject(local.DayOverrides.Select(Write));
        written["lockers"] = List(local.Lockers, it => it.Name);
        written["desks"] = List(local.Desks, it => it.Name);
        written["amberAtPercent"] = local.AmberAtPercent;
        written["ratingOpenHours"] = local.RatingOpenHours;
        written["retentionDays"] = local.RetentionDays;
        if (local.Uses is { } uses) written["uses"] = Write(uses);
        if (local.EarlyArrivalMinutes is { } early) written["earlyArrivalMinutes"] = early;
        if (local.Pledge is { } pledge) written["pledge"] = Write(pledge);
        if (local.Compensation is { } compensation) written["compensation"] = compensation;
        if (local.ArchiveDays is { } archive) written["archiveDays"] = archive;
        if (local.AppointmentPlaces is { } places) written["appointmentPlaces"] = places;
        return written;
    }

    static JsonObject Write(Equipment uses) => new() { ["tickets"] = uses.Tickets, ["display"] = uses.Display, ["voice"] = uses.Voice };

    static JsonObject Write(Pledge pledge) => new()
    {
        ["text"] = pledge.Text,
        ["signedBy"] = pledge.SignedBy,
        ["position"] = pledge.Position,
        ["signedOn"] = Write(pledge.SignedOn),
    };

    static KeyValuePair<string, JsonNode?> Write(DayOverride day) => new(Write(day.Day), Write(day.Spans));

    static JsonObject Write(SeasonalHours season) =>
        new() { ["from"] = Write(season.From), ["to"] = Write(season.To), ["hours"] = Write(season.Hours) };

    static JsonObject Write(WeeklyHours week) => new()
    {
        ["mon"] = Write(week.Mon),
        ["tue"] = Write(week.Tue),
        ["wed"] = Write(week.Wed),
        ["thu"] = Write(week.Thu),
        ["fri"] = Write(week.Fri),
        ["sat"] = Write(week.Sat),
        ["sun"] = Write(week.Sun),
    };

    static JsonArray Write(ValueList<Span> spans) => List(spans, it => new JsonArray(Write(it.From), Write(it.To)));

    static JsonArray Write<TEnum>(ValueList<TEnum> words) where TEnum : struct, Enum => List(words, it => Words.Of(it));

    static JsonArray List<T>(ValueList<T> entries, Func<T, JsonNode> write) => new([.. entries.Select(write)]);

    static string Write(DateOnly day) => day.ToString(IsoTime.DateFormat, CultureInfo.InvariantCulture);

    static string Write(TimeOnly time) => time.ToString(IsoTime.TimeFormat, CultureInfo.InvariantCulture);
}

using System.Text.Json;
using static Pst.Domain.InputError;

namespace Pst.Domain;

/// <summary>
/// An office as a file that people write: "standard" is what its decree says, "local" what the decree leaves to the office. All fields are
/// needed but completion.minutes (for kinds that count none), completion.hours, printed.copies, local.seasonalHours, local.uses,
/// local.earlyArrivalMinutes, local.pledge, local.compensation, local.archiveDays and local.appointmentPlaces.
/// </summary>
public static partial class OfficeFile
{
    const int Name = 200, Prose = 2000, Key = 40; // in characters
    const int Statement = 600, Offer = 300; // as much as the display on the wall, and a clerk's card, have room for

    public static Input<Office> Read(JsonElement file) => Fields.Of(file).Read(ReadOffice);

    static Office ReadOffice(Fields file) =>
        new(file.Parsed<OfficeCode>("code"), ReadDetails(file), ReadStandard(file.Object("standard")), ReadLocal(file.Object("local")));

    static OfficeDetails ReadDetails(Fields file) => new(
        file.Text("name", Name), file.Text("unit", Name), file.Text("parent", Name),
        file.Parsed<Zone>("timeZone", new NotAWord([.. Zone.All.Select(it => it.Id)])),
        file.Text("address", Name), file.Text("phone", Name), ReadWebsite(file.At("website")));

    // It becomes a link on a public page: no javascript: and the like.
    static string ReadWebsite(Field website)
    {
        var text = website.Text(Name);
        var isWeb = Uri.IsWellFormedUriString(text, UriKind.Absolute) && new Uri(text).Scheme is "http" or "https";
        if (website.IsSound && !isWeb) website.Refuse(new NotAWebAddress());
        return text;
    }
}

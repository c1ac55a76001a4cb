using System.Text.RegularExpressions;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>What an office has, one of each, to stand in the addresses of routes.</summary>
public sealed partial record Things(Office Office, string Visit, string Visitor, string Person, string Device, string Action,
    string Request, string Complaint, string Softcopy, string Webhook, string Appointment)
{
    /// <summary>As an office that there is not would have them.</summary>
    public static Things Nowhere(RunningApi api) =>
        new(new(api, "0404", new System.Text.Json.Nodes.JsonObject()), Id(1), Id(2), Id(3), Id(4), Id(5), "1", Id(6), Id(7), Id(8), Id(9));

    /// <summary>The route's address, with these in the places of its parameters.</summary>
    public string In(string route) => Parameter().Replace(route, it => Named(it.Groups["name"].Value, route));

    string Named(string parameter, string route) => (parameter, route.Split('/')[1]) switch
    {
        ("code", "galat") => "404",
        ("code", "d" or "bukti" or "cek") => "yang-tidak-ada",
        ("code" or "office", _) => Office.Code,
        ("visit" or "visitId", _) => Visit,
        ("visitor" or "visitorId", _) => Visitor,
        ("complaintId", _) => Complaint,
        ("actionId", _) => Action,
        ("appointmentId", _) => Appointment,
        ("requestId", _) => Softcopy,
        ("checkCode", _) => "SC-1872-2026-0001-AAAAAAAAAA",
        ("number", _) => "1",
        ("id", "pustaka" or "api") => TwoOffices.Publication,
        ("id", "orang") => Person,
        ("id", "perangkat") => Device,
        ("id", "tindak-lanjut") => Action,
        ("id", "aduan") => Complaint,
        ("id", "softcopy") => Softcopy,
        ("id", "webhook") or ("webhookId", _) => Webhook,
        ("locker", _) => "A01",
        ("ticket", _) => "PS-001",
        ("desk", _) => "1",
        ("command", _) => "serve",
        ("part", _) => "jam",
        ("from", _) => "2024-01-01",
        ("month", _) => "2026-03",
        ("file", "ikm") => "ikm.xlsx",
        ("file", "riwayat") => "riwayat.csv",
        ("file", _) => "laporan.xlsx",
        ("version", "permintaan-data") => Request,
        ("version", _) => "1",
        ("day", _) => "2026-03-02",
        ("secret" or "token" or "pass", _) => "yang-tidak-ada",
        ("documentName", _) => "v1",
        _ => throw new InvalidOperationException($"Say here what stands for {{{parameter}}} in {route}."),
    };

    static string Id(int number) => $"00000000-0000-7000-8000-{number:000000000000}";

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}

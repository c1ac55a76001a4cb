using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Demo;

/// <summary>Tells who started the demo where to go, and as whom.</summary>
internal static class Welcome
{
    /// <param name="address">Where the program listens.</param>
    /// <param name="codes">By which a tablet becomes an office's kiosk.</param>
    public static string Of(IReadOnlyList<Office> offices, string address, IReadOnlyDictionary<OfficeCode, string> codes) => $"""

        Sign in at {address}/masuk

        {Table([
            ["account", "password", "role", "office"],
            .. SampleAccounts.Of(offices.Select(it => it.Code))
                .Select(it => new[] { it.UserName, SampleAccounts.Password, Words.Of(it.Role), NameOf(it.Office, offices) }),
            [SampleAccounts.Visitor, SampleAccounts.Password, Words.Of(Role.Visitor), "all"],
        ])}

        {Table([
            ["office", "public page", "kiosk code (15 minutes)"],
            .. offices.Select(it => new[] { it.Details.Name, $"{address}/standar/{it.Code}", codes[it.Code] }),
        ])}

        head   {address}/ringkasan        as pimpinan, where signing in leads to
        desk   {address}/meja             as petugas or penyelia
        kiosk  {address}/kios             as petugas or penyelia, or on a tablet
               {address}/perangkat/daftar makes a tablet a kiosk, by its code

        """;

    static string NameOf(OfficeCode? code, IReadOnlyList<Office> offices) =>
        code is null ? "all" : offices.Single(it => it.Code == code).Details.Name;

    static string Table(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(it => it[column].Length))];
        string Line(string[] row) => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
        var ruled = rows.Select(Line).ToList();
        ruled.Insert(1, string.Join("  ", widths.Select(it => new string('-', it))));
        return string.Join(Environment.NewLine, ruled);
    }
}

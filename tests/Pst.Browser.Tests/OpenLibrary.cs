using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Browser.Tests;

/// <summary>Both offices with the agreed catalogue, of which one book can be read, asked for and taken.</summary>
public sealed class OpenLibrary : IAsyncLifetime
{
    public const string Book = "1872-e30ae33160c5dc5cdcf1b75d", Title = "Kota Metro Dalam Angka 2025";

    public Chromium Chromium { get; } = new();

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        foreach (var office in (string[])["1872", "5272"]) await Chromium.Site.OpenAsync(office);
        await (await Chromium.Site.SignedInAsync("admin-pustaka", Role.Admin, null)).ImportAsync();
        await Chromium.Site.KeepPdfAsync(Book);
    }

    /// <summary>What happened in the visit that was signed with this address, in one line.</summary>
    public Task<string> StoryAsync(string email) => Chromium.Site.ScalarAsync<string>($"""
        select string_agg(type, ' ' order by version) from pst.mt_events
        where stream_id = (select visit from vault.signing where email = '{email}')
        """);

    public Task DisposeAsync() => Chromium.DisposeAsync();
}

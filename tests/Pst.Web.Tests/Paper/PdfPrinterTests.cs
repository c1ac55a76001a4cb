using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Pst.Testing;
using Pst.Web.Paper;

namespace Pst.Web.Tests.Paper;

public sealed class PdfPrinterTests
{
    static readonly PdfPrinter Printer = new(Settings(null));

    [Fact]
    public async Task What_it_prints_is_text_tagged_and_with_its_fonts()
    {
        var rows = string.Concat(Enumerable.Range(1, 90).Select(it => $"<tr><td>baris {it}</td></tr>"));
        var pdf = await PdfFile.OfAsync(await Printer.PrintAsync(
            $"<!DOCTYPE html><html lang=id><title>x</title><table><thead><tr><th>Kepala</th></tr></thead><tbody>{rows}</tbody></table>",
            default));
        var text = await pdf.TextAsync();
        text.ShouldContain("baris 90");
        text.Split("Kepala").Length.ShouldBeGreaterThan(2, "on each page");
        (await pdf.InfoAsync())["Tagged"].ShouldBe("yes");
        (await pdf.FontsAsync()).ShouldAllBe(it => it.IsEmbedded);
    }

    [Fact]
    public async Task It_asks_no_host_whatever_the_page_says()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Printer.PrintAsync($"<!DOCTYPE html><title>x</title><img src='http://127.0.0.1:{port}/x.png' alt=x>", default);
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_and_the_next_page_is_printed()
    {
        var slow = new PdfPrinter(Settings(await ScriptAsync("exec sleep 600"))) { Patience = TimeSpan.FromMilliseconds(300) };
        var watch = Stopwatch.StartNew();
        (await Should.ThrowAsync<NotPrintedException>(() => slow.PrintAsync("<p>", default))).IsMissing.ShouldBeFalse();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        (await Printer.PrintAsync("<p>", default)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_fails_says_so_and_leaves_no_folder()
    {
        var note = await TemporaryFolder.NameAsync();
        var broken = new PdfPrinter(Settings(await ScriptAsync($"echo $HOME > {note}; exit 3")));
        (await Should.ThrowAsync<NotPrintedException>(() => broken.PrintAsync("<p>", default))).Message.ShouldContain("3");
        var folder = (await File.ReadAllTextAsync(note)).Trim();
        folder.ShouldContain("pst-print-");
        Directory.Exists(folder).ShouldBeFalse();
        await Should.ThrowAsync<NotPrintedException>(() => new PdfPrinter(Settings("/tidak/ada")).PrintAsync("<p>", default));
    }

    static IConfiguration Settings(string? program) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Pst:Chromium", program)]).Build();

    static async Task<string> ScriptAsync(string does)
    {
        var path = await TemporaryFolder.NameAsync();
        await File.WriteAllTextAsync(path, $"#!/bin/sh\n{does}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}

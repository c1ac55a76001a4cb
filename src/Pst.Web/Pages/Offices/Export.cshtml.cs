using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Offices;

/// <summary>The office's file, to keep or to put elsewhere.</summary>
[Authorize(Policies.SetOffices)]
public sealed class ExportModel(OfficeDrafts drafts) : PageModel
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(User.ToCaller()!, Office, cancel) is not { State: var state }) return NotFound();
        var file = JsonSerializer.SerializeToUtf8Bytes(OfficeFile.Write(state.File(Office)), Readable);
        return File(file, "application/json", $"{Office}.json");
    }
}

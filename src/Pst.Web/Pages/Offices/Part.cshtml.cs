using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Offices;

/// <summary>A form over a part of the office's file; what is saved holds at once.</summary>
[Authorize(Policies.SetOffices), RequestFormLimits(ValueCountLimit = 2000)]
public sealed class PartModel(OfficeDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true, Name = "part")] public string Named { get; set; } = "";

    public OfficePart Part { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = null!;

    /// <summary>Of a list that was sent in.</summary>
    public HolidayList? Holidays { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpenAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel)) return NotFound();
        var form = await FormFields.ReadAsync(Request, cancel);
        Part.Write(new(Request.Form), Sheet.File);
        Sheet = Sheet with
        {
            Answer = await drafts.PutAsync(Sheet.File, User.ToCaller()!, form, cancel),
            Version = form.SeenVersion ?? Sheet.Version,
        };
        if (Sheet.Answer is not null) return Page();
        TempData["saved"] = true;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCsvAsync(IFormFile? csv, CancellationToken cancel)
    {
        if (!await OpenAsync(cancel)) return NotFound();
        Holidays = HolidayList.FillIn(await Uploads.TextAsync(csv, cancel), Sheet.File);
        return Page();
    }

    async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || OfficeParts.All.FirstOrDefault(it => it.Name == Named) is not { } part) return false;
        if (await drafts.OpenAsync(User.ToCaller()!, Office, cancel) is not var (version, state)) return false;
        (Part, Sheet) = (part, new(OfficeFile.Write(state.File(Office)), version));
        return true;
    }
}

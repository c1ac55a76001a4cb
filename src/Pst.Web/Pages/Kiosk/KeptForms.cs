using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Kiosk;

/// <summary>What became of a form that a kiosk had kept: carried out, or laid before the desk. Neither need be kept on.</summary>
/// <param name="Ticket">Of an arrival.</param>
public sealed record KeptAnswer(bool IsDone, string? Ticket);

/// <summary>
/// Takes what kiosks kept through a network cut, by the way that it would have gone at the time. Sent twice it is carried out once, for it
/// has its command's id; what is refused is not lost but waits for the desk.
/// </summary>
public sealed class KeptForms(VisitForms forms, ReturningVisitors returning, KeptSeal seal, RefusedForms refused)
{
    // What is wrong with a form has its sentence; that something is, has this one.
    const string Faulty = "form.faulty";

    /// <param name="at">When it was filled in, by the server's clock.</param>
    /// <returns>Null for what cannot be opened: the kiosk keeps it on.</returns>
    public async Task<KeptAnswer?> TakeAsync(Caller kiosk, byte[] box, DateTimeOffset at, CancellationToken cancel)
    {
        var (office, device) = (kiosk.Office!.Value, kiosk.Device!.Value);
        if (seal.Open(office, box) is not { } kept) return null;
        var answer = await SendAsync(kiosk, kept, at, cancel);
        if (answer is FormAnswer.Done(var done))
            return new(true, done.Events.Select(it => it.Data).OfType<Arrived>().SingleOrDefault()?.Ticket?.ToString());

        await refused.AddAsync(office, new(kept.Id, kept.Visit, kept.Command, at, ReasonOf(answer), device, box), cancel);
        return new(false, null);
    }

    /// <summary>Sends a refused one again, as the kiosk that kept it: what stood in its way may be gone.</summary>
    public async Task AgainAsync(OfficeCode office, RefusedForm form, CancellationToken cancel)
    {
        if (seal.Open(office, form.Box) is not { } kept) return;
        var answer = await SendAsync(new($"device:{form.Device}", Role.Kiosk, office, form.Device), kept, form.Occurred, cancel);
        if (answer.IsDone) await refused.SettleAsync(office, form.Id, cancel);
        else await refused.AddAsync(office, form with { Reason = ReasonOf(answer) }, cancel);
    }

    async Task<FormAnswer> SendAsync(Caller kiosk, KeptForm kept, DateTimeOffset at, CancellationToken cancel)
    {
        var fields = await returning.CompleteAsync(kiosk.Office!.Value, kept.Contact, kept.Fields, cancel);
        return await forms.SendAsync(kiosk, kept.Visit, kept.Command, fields with { KeptSince = at }, cancel);
    }

    static string ReasonOf(FormAnswer answer) => answer is FormAnswer.Said said ? said.Code : Faulty;
}

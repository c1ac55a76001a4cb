using Pst.Domain;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Forms;

/// <summary>The question before personal data is opened (<c>_WhyOpen</c>): what for, from a list, and why in particular.</summary>
public static class WhyOpen
{
    const int MostWords = 2000;

    /// <summary>What people choose from.</summary>
    public static IReadOnlyList<SeenFor> Choices { get; } =
    [
        SeenFor.Audit, SeenFor.Complaint, SeenFor.VisitorsRequest, SeenFor.Correction, SeenFor.LegalRequest, SeenFor.Serving, SeenFor.Other,
    ];

    /// <summary>The purpose as it is recorded.</summary>
    /// <param name="visit">That it is about; null where it is about persons.</param>
    public static Input<ReadPurpose> Read(FormFields form, Seen what, VisitId? visit) =>
        Fields.OfForm(form.Said).Read(body =>
        {
            var purpose = body.Word<SeenFor>("seenFor");
            if (!Choices.Contains(purpose)) body.At("seenFor").Refuse(new InputError.NotAWord([.. Choices.Select(Words.Of)]));
            return new ReadPurpose(what, purpose, body.Text("reason", MostWords, lines: true), visit);
        });
}

using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.FollowUps;

/// <summary>Sends what a form asks of a follow-up action of the caller's own office.</summary>
public sealed class FollowUpForms(FollowUpWriter writer, Officers officers, StreamForms forms)
{
    /// <summary>Null when it is done; else what the page says.</summary>
    /// <param name="command">One of <see cref="FollowUpBodies.Names"/>.</param>
    public async Task<FormAnswer?> SendAsync(
        Caller caller, OfficeCode office, FollowUpId action, string command, FormFields form, CancellationToken cancel)
    {
        if (!caller.Role.May(Act.FollowUp) || caller.Office != office) return StreamForms.Said(new NotPermitted());
        if (!FollowUpBodies.Names.Contains(command)) return forms.Stale;

        var read = FollowUpBodies.Read(command, Fields.OfForm(form.Said));
        if (read is not Valid<AskedFollowUp>(var asked)) return StreamForms.Wrong(read);

        var staff = (await officers.OfAsync(office, cancel)).Select(it => it.Id).ToList();
        return await forms.SendAsync(
            form, $"form/follow-up/{action}/{command}", form.Bytes(), Projections.FollowUps.Projection.Name,
            id => writer.SendAsync(new(office, action, asked.Command, staff, caller, id, asked.Entries), cancel), cancel);
    }
}

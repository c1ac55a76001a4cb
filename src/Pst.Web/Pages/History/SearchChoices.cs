using Pst.Domain;
using Pst.Web.Identity;

namespace Pst.Web.Pages.History;

/// <summary>By whom and at what an office's steps may be sought: also accounts that are closed and devices that were revoked.</summary>
public sealed class SearchChoices(Officers officers, EnrolledDevices devices)
{
    public async Task<IReadOnlyList<(Guid Id, string Name)>> StaffAsync(OfficeCode office, CancellationToken cancel) =>
        [.. (await officers.EverOfAsync(office, cancel)).Select(it => (it.Id, it.Name))];

    public async Task<IReadOnlyList<(Guid Id, string Name)>> DevicesAsync(OfficeCode office, CancellationToken cancel) =>
        [.. (await devices.EverInAsync(office, cancel)).Select(it => (it.Id, it.Name))];
}

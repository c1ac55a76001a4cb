namespace Pst.Domain;

/// <summary>One PST unit as its file describes it. A third office is a third file.</summary>
public sealed record Office(OfficeCode Code, OfficeDetails Details, Standard Standard, LocalSettings Local);

/// <summary>How the office is called and found.</summary>
/// <param name="Name">Such as "BPS Kota Metro".</param>
/// <param name="Unit">The PST unit's full name.</param>
/// <param name="Parent">The organisation above it.</param>
/// <param name="TimeZone">Its days and hours are those of this zone. Fixed after the first visit.</param>
/// <param name="Address">Where visitors go.</param>
/// <param name="Phone">As printed in the decree, which may lack the area code.</param>
/// <param name="Website">Its address, http or https.</param>
public sealed record OfficeDetails(
    string Name, string Unit, string Parent, Zone TimeZone, string Address, string Phone, string Website);

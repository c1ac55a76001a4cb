namespace Pst.Domain;

/// <summary>All that can be refused about an office.</summary>
public abstract record OfficeRefusal : Refusal
{
    public sealed record NotFound() : OfficeRefusal("office_not_found");
    public sealed record StandardNotLater() : OfficeRefusal("standard_not_later");

    /// <summary>The days of past visits would become others.</summary>
    public sealed record ZoneFixed() : OfficeRefusal("zone_fixed");

    public sealed record UnknownLocker() : OfficeRefusal("unknown_locker");
    public sealed record LockerTaken() : OfficeRefusal("locker_taken");
    public sealed record LockerOutOfOrder() : OfficeRefusal("locker_out_of_order");
    public sealed record LockerInOrder() : OfficeRefusal("locker_in_order");
    public sealed record DeviceEnrolledAlready() : OfficeRefusal("device_enrolled");
    public sealed record UnknownDevice() : OfficeRefusal("unknown_device");

    public sealed record DutyIsOver() : OfficeRefusal("duty_is_over");
    public sealed record NobodyOnDuty() : OfficeRefusal("nobody_on_duty");

    /// <summary>Something stays overnight, or was found that should not be there, and nobody said why.</summary>
    public sealed record DayNotExplained(int Cards, int Bags) : OfficeRefusal("day_not_explained")
    {
        public override object[] Values() => [Cards, Bags];
    }

    private OfficeRefusal(string code) : base(code) { }
}

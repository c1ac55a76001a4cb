using Pst.Domain;

namespace Pst.Web.Identity;

/// <summary>Something that may be done once by whoever holds the link or code, within its time. Only its hash is known here.</summary>
public sealed class OneTimeLink
{
    public required byte[] Hash { get; init; }
    public required LinkPurpose Purpose { get; init; }

    /// <summary>Whose password it sets.</summary>
    public Guid? Person { get; init; }

    /// <summary>Where the device will stand.</summary>
    public OfficeCode? Office { get; init; }

    /// <summary>What the device will be called.</summary>
    public string? Name { get; init; }

    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

// Stored as numbers, so the numbers are part of the contract.

/// <summary>What a one-time link is good for.</summary>
public enum LinkPurpose { SetUp = 1, Invitation = 2, Enrolment = 3 }

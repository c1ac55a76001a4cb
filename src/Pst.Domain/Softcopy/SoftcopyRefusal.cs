namespace Pst.Domain;

/// <summary>All that can be refused about a request for a softcopy.</summary>
public abstract record SoftcopyRefusal : Refusal
{
    public sealed record AlreadyAsked() : SoftcopyRefusal("softcopy_already_asked");
    public sealed record NotFound() : SoftcopyRefusal("softcopy_not_found");

    /// <summary>The office's standard does not name this way.</summary>
    public sealed record FormNotOffered() : SoftcopyRefusal("softcopy_request_not_offered");

    /// <inheritdoc cref="FormNotOffered"/>
    public sealed record ScanNotOffered() : SoftcopyRefusal("scan_not_offered");

    /// <inheritdoc cref="FormNotOffered"/>
    public sealed record DownloadNotOffered() : SoftcopyRefusal("softcopy_download_not_offered");

    /// <summary>The office's numbers of the year are used up.</summary>
    public sealed record TooManyThisYear() : SoftcopyRefusal("too_many_softcopies_this_year");

    /// <summary>The standard promises a watermark, and the file has none.</summary>
    public sealed record NotWatermarked() : SoftcopyRefusal("softcopy_not_watermarked");

    /// <summary>Nothing can be made of the file; beside this it is told why.</summary>
    public sealed record FileRefused() : SoftcopyRefusal("softcopy_file_refused");

    public sealed record NotPrepared() : SoftcopyRefusal("softcopy_not_prepared");
    public sealed record AlreadyDelivered() : SoftcopyRefusal("softcopy_already_delivered");

    /// <summary>There is nothing yet that could be fetched.</summary>
    public sealed record NotDelivered() : SoftcopyRefusal("softcopy_not_delivered");

    public sealed record AlreadyDeclined() : SoftcopyRefusal("softcopy_declined");

    /// <summary>The office took back what it gave.</summary>
    public sealed record AlreadyCalledBack() : SoftcopyRefusal("softcopy_called_back");

    /// <summary>What was not given is declined.</summary>
    public sealed record NothingToCallBack() : SoftcopyRefusal("softcopy_nothing_to_call_back");

    /// <summary>The link's time is over.</summary>
    public sealed record LinkExpired() : SoftcopyRefusal("softcopy_link_expired");

    /// <summary>A link that many use was passed on.</summary>
    public sealed record FetchedOften() : SoftcopyRefusal("softcopy_fetched_often");

    public sealed record AlreadyRated() : SoftcopyRefusal("softcopy_already_rated");

    /// <summary>Nobody remembers after so long how it went.</summary>
    public sealed record RatingClosed() : SoftcopyRefusal("rating_closed");

    private SoftcopyRefusal(string code) : base(code) { }
}

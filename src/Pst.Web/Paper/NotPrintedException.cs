namespace Pst.Web.Paper;

/// <summary>A page could not be made a PDF; the same again may succeed, unless there is nothing that prints.</summary>
public sealed class NotPrintedException(string message, bool isMissing = false, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>There is no Chromium on this machine.</summary>
    public bool IsMissing { get; } = isMissing;
}

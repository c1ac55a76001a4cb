namespace Pst.Web.Pages;

/// <summary>How large a file is, as people read it.</summary>
public static class FileSize
{
    const double Kilo = 1_000, Mega = 1_000_000;

    /// <summary>"15,7 MB"; below a megabyte "120 KB", and never none.</summary>
    public static string Of(long bytes) => bytes < Mega
        ? $"{Math.Ceiling(bytes / Kilo).ToString("N0", Languages.Indonesian)} KB"
        : $"{(bytes / Mega).ToString("N1", Languages.Indonesian)} MB";
}

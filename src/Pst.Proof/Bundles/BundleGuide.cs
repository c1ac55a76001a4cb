using System.Reflection;

namespace Pst.Proof;

/// <summary>The page in every bundle that tells, in Indonesian, how it is checked.</summary>
static class BundleGuide
{
    internal static string Text { get; } = Read();

    static string Read()
    {
        using var page = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("PERIKSA.html")!);
        return page.ReadToEnd();
    }
}

using System.Security.Cryptography;
using Pst.Proof;
using Pst.Web.Database;
using Pst.Web.Writing;

namespace Pst.Web.Proving;

/// <summary>
/// The private keys of the log, the oldest first: one made from the secret key, and those that took over since, in PEM, from
/// <c>Pst__LogKeys</c> (the same on every node) or the file <c>log.keys</c> in the data folder. What an older key signed stays signed.
/// </summary>
public sealed class LogKeys(EdgeKeys edge, IConfiguration configuration)
{
    const string Begin = "-----BEGIN";

    public IReadOnlyList<SigningKey> All { get; } = [edge.FirstLogKey(), .. Parse(Text(configuration))];

    /// <summary>Makes a key that takes over at the next start; its PEM.</summary>
    public static string Add(IConfiguration configuration)
    {
        using var key = SigningKey.Make();
        if (configuration["Pst:LogKeys"] is { Length: > 0 }) return key.Pem;

        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(PathOf(configuration), options);
        file.WriteLine(key.Pem);
        return key.Pem;
    }

    static string PathOf(IConfiguration configuration) => Path.Combine(DataFolder.Of(configuration), "log.keys");

    static string Text(IConfiguration configuration) =>
        configuration["Pst:LogKeys"] is { Length: > 0 } named ? named
        : File.Exists(PathOf(configuration)) ? File.ReadAllText(PathOf(configuration)) : "";

    /// <exception cref="InvalidOperationException">Something in it is no private key.</exception>
    static IEnumerable<SigningKey> Parse(string text)
    {
        foreach (var pem in text.Split(Begin).Skip(1))
        {
            SigningKey key;
            try { key = SigningKey.Parse(Begin + pem); }
            catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
            {
                throw new InvalidOperationException("Pst__LogKeys, or log.keys in the data folder, holds something else than keys in PEM.");
            }
            yield return key;
        }
    }
}

using System.Security.Cryptography;
using Pst.Web.Database;

namespace Pst.Web.Hosting;

/// <summary>
/// The key outside the database, by which visitors are known again and repeated commands are told from others. <c>Pst__SecretKey</c>
/// (base64, 32 bytes; the same on every node) or a file in the data folder, made at the first start. It belongs into the backup
/// (docs/operations.md).
/// </summary>
public static class SecretKey
{
    const int Length = 32;

    /// <exception cref="InvalidOperationException">The setting is no such key.</exception>
    public static byte[] Of(IConfiguration configuration) =>
        configuration["Pst:SecretKey"] is { Length: > 0 } named
            ? Parse(named)
            : FromFile(PathOf(configuration));

    /// <summary>Whether there is one; <see cref="Of"/> makes one where there is none.</summary>
    public static bool Exists(IConfiguration configuration) =>
        configuration["Pst:SecretKey"] is { Length: > 0 } || File.Exists(PathOf(configuration));

    static string PathOf(IConfiguration configuration) => Path.Combine(DataFolder.Of(configuration), "secret.key");

    static byte[] Parse(string text)
    {
        var key = new byte[Length];
        return Convert.TryFromBase64String(text, key, out var written) && written == Length
            ? key
            : throw new InvalidOperationException(
                $"Pst__SecretKey must be {Length} bytes in base64, such as `openssl rand -base64 {Length}` prints.");
    }

    static byte[] FromFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, options);
            file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        }
        return Parse(File.ReadAllText(path).Trim());
    }
}

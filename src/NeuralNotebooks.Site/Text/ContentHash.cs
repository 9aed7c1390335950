using System.Security.Cryptography;

namespace NeuralNotebooks.Site;

/// <summary>Contents by their SHA-256: names that change with a file, and what a policy allows to run.</summary>
internal static class ContentHash
{
    /// <summary>The hash of several files, in whatever order they come.</summary>
    public static string Of(IReadOnlyDictionary<string, byte[]> files) =>
        HexHash.Of([
            .. files
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .SelectMany(file => SHA256.HashData(file.Value)),
        ]);

    /// <summary>As it is written for a file that a page loads.</summary>
    public static string Integrity(byte[] content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(content));

    /// <summary>As a Content-Security-Policy names a script or a style sheet in the page.</summary>
    public static string InPolicy(string text) => $"'{Integrity(Encoding.UTF8.GetBytes(text))}'";
}

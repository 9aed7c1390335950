using System.Security.Cryptography;

namespace NeuralNotebooks.Site;

/// <summary>SHA-256 hashes of contents: for file names that change with the content, for subresource integrity, and for
/// Content-Security-Policies.</summary>
internal static class ContentHash
{
    public static string Of(IReadOnlyDictionary<string, byte[]> files) =>
        HexHash.Of([
            .. files.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => SHA256.HashData(file.Value)),
        ]);

    public static string Integrity(byte[] content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(content));
}

using System.Security.Cryptography;

namespace NeuralNotebooks.Engine;

public static class HexHash
{
    private const int ShortLength = 8;

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Of(Stream content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The first eight digits of the hash of a text: short enough to type, and collisions are unlikely for a
    /// few thousand texts.</summary>
    internal static string Short(string text) => Of(text)[..ShortLength];
}

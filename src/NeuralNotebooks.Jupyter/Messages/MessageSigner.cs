using System.Security.Cryptography;

namespace NeuralNotebooks.Jupyter;

/// <summary>Signs messages with the key of the connection file: HMAC-SHA256 over the four parts, as hexadecimal
/// digits.</summary>
internal sealed class MessageSigner
{
    public const string Scheme = "hmac-sha256";

    private readonly byte[] _key;

    public MessageSigner(string key)
    {
        if (key.Length == 0)
            throw new ArgumentException("The key is empty: messages would not be signed.", nameof(key));
        _key = Encoding.UTF8.GetBytes(key);
    }

    public byte[] Sign(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Whether a signature belongs to these parts. Compares in constant time.</summary>
    public bool Verify(byte[] signature, IEnumerable<byte[]> parts) =>
        CryptographicOperations.FixedTimeEquals(signature, Sign(parts));
}

using System.Security.Cryptography;

namespace NeuralNotebooks.Messages;

/// <summary>Secret tokens before each message, which distinguish messages from bytes that other code in the process has
/// written.</summary>
/// <param name="Sent">Precedes each message that this end sends.</param>
/// <param name="Received">Precedes each message that this end receives.</param>
internal sealed record ChannelTokens(byte[] Sent, byte[] Received)
{
    public const int Length = 16;

    public static ChannelTokens Create() =>
        new(RandomNumberGenerator.GetBytes(Length), RandomNumberGenerator.GetBytes(Length));

    /// <summary>The same tokens as the other end sees them, as one line of text.</summary>
    public string ForOtherEnd() => Convert.ToHexString(Received) + Convert.ToHexString(Sent);

    /// <exception cref="FormatException">The line was not written by <see cref="ForOtherEnd"/>.</exception>
    public static ChannelTokens Parse(string line)
    {
        byte[] both = Convert.FromHexString(line);
        return both.Length == 2 * Length
            ? new(both[..Length], both[Length..]) : throw new FormatException("Expected two tokens.");
    }
}

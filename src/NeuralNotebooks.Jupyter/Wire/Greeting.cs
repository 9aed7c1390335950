namespace NeuralNotebooks.Jupyter;

/// <summary>The first 64 bytes that each side of a ZMTP connection sends.</summary>
/// <remarks>
/// <code>
/// signature FF 00 00 00 00 00 00 00 00 7F (10 bytes; the zeros are for older versions) version 03 01 (major, minor)
/// mechanism "NULL" and zeros (20 bytes; messages are signed, not the connection) as-server 00, then 31 zeros
/// </code>
/// </remarks>
internal static class Greeting
{
    public const int Length = 64;

    private const int Major = 3, Minor = 1;
    private const int SignatureLength = 10, MechanismStart = 12, MechanismLength = 20;
    private static readonly byte[] _mechanism = [.. "NULL"u8, .. new byte[MechanismLength - 4]];

    public static byte[] Bytes { get; } =
    [
        0xFF,
        .. new byte[8],
        0x7F,
        Major,
        Minor,
        .. _mechanism,
        .. new byte[Length - MechanismStart - MechanismLength],
    ];

    public static void Exchange(Stream input, Stream output)
    {
        output.Write(Bytes);
        output.Flush();
        Span<byte> theirs = stackalloc byte[Length];
        // The greeting is read in two steps, since a peer of an older version waits for a reply after the first part.
        input.ReadExactly(theirs[..(SignatureLength + 1)]);
        if (theirs[0] != 0xFF || (theirs[9] & 1) == 0)
            throw new WireException("The peer does not speak ZMTP.");
        if (theirs[SignatureLength] < Major)
            throw new WireException(
                $"The peer speaks an older ZMTP, revision {theirs[SignatureLength]}; {Major}.0 is needed.");
        input.ReadExactly(theirs[(SignatureLength + 1)..]);
        Span<byte> mechanism = theirs.Slice(MechanismStart, MechanismLength);
        if (!mechanism.SequenceEqual(_mechanism))
            throw new WireException(
                $"The peer asks for the security mechanism "
                    + $"{Encoding.ASCII.GetString(mechanism).TrimEnd('\0')}; the kernel supports NULL only.");
    }
}

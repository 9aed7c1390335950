namespace NeuralNotebooks.Jupyter;

/// <summary>The first byte of a frame.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,

    /// <summary>Another frame of the same message follows.</summary>
    More = 1,

    /// <summary>The length takes eight bytes, not one.</summary>
    Long = 2,

    /// <summary>A protocol command, not part of a message.</summary>
    Command = 4,
}

/// <summary>The unit of ZMTP: flags, length, body.</summary>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    public bool IsCommand => Flags.HasFlag(FrameFlags.Command);

    public bool IsLast => !Flags.HasFlag(FrameFlags.More);
}

namespace NeuralNotebooks.Runner;

/// <summary>What an error is: the code's, or the runner's, which could not run the code or has ended it.</summary>
internal enum ErrorKind
{
    /// <summary>An exception or a compiler error of the code.</summary>
    Code,

    /// <summary>There is no program for the cell's language. The cells in C# after it run.</summary>
    MissingLanguage,

    /// <summary>The file is not a notebook that can be run with these parameters.</summary>
    BadNotebook,

    /// <summary>A cell has corrupted or closed the channel that carries the results.</summary>
    ChannelBroken,

    TimeLimit, MemoryLimit, ProcessEnded, NoProcess,
}

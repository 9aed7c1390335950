namespace NeuralNotebooks;

/// <summary>Some neighbouring columns of a matrix: examples of a batch, or inputs of a layer.</summary>
internal readonly record struct Chunk(int Start, int Count)
{
    // About 50 microseconds of work: below that, handing a part to another thread costs more than it saves.
    private const double LeastOperations = 4e6;

    /// <summary>Into how many chunks work should be divided, so that threads share it if it is enough for that.</summary>
    public static int Number(int columns, double operationsPerColumn) =>
        columns * operationsPerColumn < LeastOperations ? 1 : Math.Min(columns, ThreadTeam.Size);

    /// <summary>One of several chunks of as equal a size as can be.</summary>
    public static Chunk Of(int columns, int chunks, int index)
    {
        int start = (int)((long)columns * index / chunks), end = (int)((long)columns * (index + 1) / chunks);
        return new(start, end - start);
    }
}

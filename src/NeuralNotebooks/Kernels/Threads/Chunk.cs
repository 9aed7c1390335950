namespace NeuralNotebooks;

/// <summary>A range of adjacent columns of a matrix: one thread's share of the work.</summary>
internal readonly record struct Chunk(int Start, int Count)
{
    // About 50 microseconds of work: below that, handing a part to another thread costs more than it saves.
    private const double MinOperations = 4e6;

    /// <summary>Into how many chunks to divide work: one for each thread, or a single one if there is too little of
    /// it.</summary>
    public static int CountFor(int columns, double operationsPerColumn) =>
        columns * operationsPerColumn < MinOperations ? 1 : Math.Min(columns, ThreadTeam.Size);

    /// <summary>One of several chunks of nearly equal size.</summary>
    public static Chunk Of(int columns, int chunks, int index)
    {
        int start = (int)((long)columns * index / chunks), end = (int)((long)columns * (index + 1) / chunks);
        return new(start, end - start);
    }
}

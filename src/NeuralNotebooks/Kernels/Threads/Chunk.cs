namespace NeuralNotebooks;

/// <summary>A range of adjacent columns of a matrix: a part of the work for one thread.</summary>
internal readonly record struct Chunk(int Start, int Count)
{
    // About 50 microseconds of work. For less, distributing it to threads takes more time than it saves.
    private const double MinOperations = 4e6;

    /// <summary>The number of chunks into which to divide work: one for each thread, or a single one if there is too
    /// little work.</summary>
    public static int CountFor(int columns, double operationsPerColumn) =>
        columns * operationsPerColumn < MinOperations ? 1 : Math.Min(columns, ThreadTeam.Size);

    /// <summary>One of several chunks of nearly equal size.</summary>
    public static Chunk Of(int columns, int chunks, int index)
    {
        int start = (int)((long)columns * index / chunks), end = (int)((long)columns * (index + 1) / chunks);
        return new(start, end - start);
    }
}

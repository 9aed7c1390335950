namespace NeuralNotebooks;

/// <summary>A range of adjacent columns of a matrix: a part of the work for one thread.</summary>
internal readonly record struct Chunk(int Start, int Count)
{
    // About 50 microseconds of work. For less, distributing it to threads takes more time than it saves.
    private const double MinOperations = 4e6;

    public static int CountFor(int columns, double operationsPerColumn) =>
        columns * operationsPerColumn < MinOperations ? 1 : Math.Min(columns, ThreadTeam.Size);

    public static Chunk Of(int columns, int chunks, int index)
    {
        int start = (int)((long)columns * index / chunks), end = (int)((long)columns * (index + 1) / chunks);
        return new(start, end - start);
    }
}

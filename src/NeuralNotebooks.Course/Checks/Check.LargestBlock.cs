namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string LargestBlockPart = "The block's size";
    private const string LargestBlockSignature = "int LargestBlock(int cacheBytes, int bytesPerNumber)";

    private static readonly Exercise<CacheCase> _largestBlockExercise = new()
    {
        Cases = () => [new(32_768, 4), new(32_768, 8), new(3072, 4), new(4000, 2)],
        Describe = c => FormattableString.Invariant($"for a cache of {c.Bytes} bytes and numbers of {c.PerNumber} bytes"),
        Reference = c => [Part.Number(LargestBlockPart, c.Right)],
        Mistakes =
        [
            WrongSize("Three blocks must fit at once, one of each matrix: a third of the cache is for each of them.", c => Math.Sqrt(c.Numbers)),
            WrongSize("Only two blocks fit beside each other this way. There are three: one of A, one of B, one of C.", c => Math.Sqrt(c.Numbers / 2)),
            WrongSize("This is how many numbers a block may have. It has size · size of them: take the root.", c => c.Numbers / 3),
            WrongSize("The bytes of a number are missing: a cache of that many bytes holds fewer numbers than bytes.", c => Math.Sqrt(c.Bytes / 3.0)),
            WrongSize("The result was rounded up. Then three blocks do not fit.", c => Math.Ceiling(Math.Sqrt(c.Numbers / 3))),
            WrongSize("A number does not always have four bytes: use `bytesPerNumber`.", c => Math.Sqrt(c.Bytes / 12.0)),
        ],
        Praise = "Three blocks of this size fit into the cache, and three larger ones do not.",
    };

    /// <summary>The largest s such that three blocks of s × s numbers fit into a cache.</summary>
    /// <param name="largestBlock">From the bytes of the cache and of a number to s.</param>
    public static Verdict LargestBlock(Func<int, int, int>? largestBlock) => largestBlock is null
        ? Signature.Differs(null, LargestBlockSignature)
        : _largestBlockExercise.Judge(c => [Part.Number(LargestBlockPart, largestBlock(c.Bytes, c.PerNumber))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LargestBlock(Delegate? largestBlock) => Signature.Differs(largestBlock, LargestBlockSignature);

    private static Mistake<CacheCase> WrongSize(string sentence, Func<CacheCase, double> size) =>
        new(LargestBlockPart, sentence, c => Matrix.Column(Math.Floor(size(c))));

    /// <summary>A cache and a type of number.</summary>
    private sealed record CacheCase(int Bytes, int PerNumber)
    {
        public double Numbers => (double)Bytes / PerNumber;

        public int Right => Enumerable.Range(0, Bytes).TakeWhile(s => 3L * s * s * PerNumber <= Bytes).Last();
    }
}

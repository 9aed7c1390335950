namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<ArrayProduct> _intensity = new()
    {
        Expected = "double Intensity(int m, int k, int n)",
        Cases = () => [new(128, 784, 1, 784), new(128, 784, 128, 784), new(10, 128, 64, 128), new(3, 5, 7, 5)],
        Describe = ArrayProduct.Describe,
        Praise = "Every number moved once, every multiply-add counted as two. That is the best that any product can "
            + "do.",
        Parts = c => c.Intensity,
    };

    /// <summary>Notebook 07: operations per byte of a product of floats, each of which is moved once.</summary>
    /// <param name="intensity">From m, k, n.</param>
    public static Verdict Intensity(Func<int, int, int, double>? intensity) =>
        _intensity.Judge(intensity, c => intensity!(c.m, c.k, c.n));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Intensity(Delegate? intensity) => _intensity.Refuse(intensity);
}

internal sealed partial record ArrayProduct
{
    public Part<ArrayProduct>[] Intensity => [new("The intensity", this, c => c.Operations / c.Bytes)
    {
        { "This is half: a multiply-add counts as two operations, and a `float` has four bytes, not eight.",
            Operations / Bytes / 2 },
        { "You counted numbers, not bytes. A `float` has four bytes.", 4 * Operations / Bytes },
        { "You counted numbers, not bytes, and each multiply-add as one operation.", 2 * Operations / Bytes },
        { "Z is missing: its m·n numbers are written, and that is traffic, too.",
            this with { Bytes = Bytes - 4 * m * n } },
        { "X is missing: its k·n numbers are read.", this with { Bytes = Bytes - 4 * k * n } },
        { "W is missing: its m·k numbers are read.", this with { Bytes = Bytes - 4 * m * k } },
        { "The fraction is upside down: operations *per byte*.", Bytes / Operations },
        { "This is the number of operations. Divide it by the bytes.", Operations },
        { "This is the number of bytes. The intensity is the operations, divided by it.", Bytes },
        { "You multiplied the three matrices' sizes. Their bytes are added: 4·(m·k + k·n + m·n).",
            this with { Bytes = 4.0 * m * k * k * n * m * n } },
        { "This was an integer division. Write `2.0 * m * n * k`.", Floor(Operations / Bytes) },
    }];
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string IntensityPart = "The intensity";
    private const string IntensitySignature = "double Intensity(int m, int k, int n)";

    private static readonly Exercise<ArrayProduct> _intensityExercise = new()
    {
        Cases = () => [new(128, 784, 1, 784), new(128, 784, 128, 784), new(10, 128, 64, 128), new(3, 5, 7, 5)],
        Describe = product => product.Describe(),
        Reference = product => [Part.Number(IntensityPart, IntensityOf(product))],
        Mistakes =
        [
            WrongIntensity("This is half: a multiply-add counts as two operations, and a `float` has four bytes, not eight.", c => IntensityOf(c) / 2),
            WrongIntensity("You counted numbers, not bytes. A `float` has four bytes.", c => 4 * IntensityOf(c)),
            WrongIntensity("You counted numbers, not bytes, and each multiply-add as one operation.", c => 2 * IntensityOf(c)),
            WrongIntensity("C is missing: its m·n numbers are written, and that is traffic, too.", c => Operations(c) / (4 * ((double)c.M * c.K + (double)c.K * c.N))),
            WrongIntensity("B is missing: its k·n numbers are read.", c => Operations(c) / (4 * ((double)c.M * c.K + (double)c.M * c.N))),
            WrongIntensity("A is missing: its m·k numbers are read.", c => Operations(c) / (4 * ((double)c.K * c.N + (double)c.M * c.N))),
            WrongIntensity("The fraction is upside down: operations *per byte*.", c => 1 / IntensityOf(c)),
            WrongIntensity("This is the number of operations. Divide it by the bytes.", c => Operations(c)),
            WrongIntensity("This is the number of bytes. The intensity is the operations, divided by it.", c => Bytes(c)),
            WrongIntensity("You multiplied the three matrices' sizes. Their bytes are added: 4·(m·k + k·n + m·n).", c => Operations(c) / (4.0 * c.M * c.K * c.K * c.N * c.M * c.N)),
            WrongIntensity("This was an integer division. Write `2.0 * m * n * k`.", c => Math.Floor(IntensityOf(c))),
        ],
        Praise = "Every number moved once, every multiply-add counted as two. That is the best that any product can do.",
    };

    /// <summary>Notebook 07: operations per byte of a product of floats, each of which is moved once.</summary>
    /// <param name="intensity">From m, k, n.</param>
    public static Verdict Intensity(Func<int, int, int, double>? intensity) => intensity is null
        ? Signature.Differs(null, IntensitySignature)
        : _intensityExercise.Judge(c => [Part.Number(IntensityPart, intensity(c.M, c.K, c.N))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict Intensity(Delegate? intensity) => Signature.Differs(intensity, IntensitySignature);

    private static double Operations(ArrayProduct c) => 2.0 * c.M * c.N * c.K;

    private static double Bytes(ArrayProduct c) => 4 * ((double)c.M * c.K + (double)c.K * c.N + (double)c.M * c.N);

    private static double IntensityOf(ArrayProduct c) => Operations(c) / Bytes(c);

    private static Mistake<ArrayProduct> WrongIntensity(string sentence, Func<ArrayProduct, double> wrong) => new(IntensityPart, sentence, c => Matrix.Column(wrong(c)));
}

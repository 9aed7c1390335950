namespace NeuralNotebooks;

/// <summary>How the weights of a layer are initialized: at random, normally distributed with mean 0. Biases are
/// initialized to 0.</summary>
/// <remarks>
/// The initializers differ in the standard deviation, which depends on n, the inputs, and k, the units of the layer:
/// <code>
/// He        √(2 / n)         the outputs of successive relu layers have about the same size
/// Xavier    √(2 / (n + k))   likewise for tanh and linear layers, and for gradients
/// Scaled    c / √n
/// Zeros     0                all units of a layer compute the same, and training does not change that
/// </code>
/// Weights are drawn in double precision and then rounded, so with the same seed a float and a double network have the
/// same initial weights up to rounding.
/// K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015; X. Glorot, Y. Bengio, "Understanding the
/// difficulty of training deep feedforward neural networks", AISTATS 2010.
/// </remarks>
public sealed class Initializer
{
    private readonly Func<int, int, double> _standardDeviation;

    private Initializer(string name, Func<int, int, double> standardDeviation)
    {
        Name = name;
        _standardDeviation = standardDeviation;
    }

    /// <summary>Standard deviation √(2 / inputs): the default of relu layers.</summary>
    public static Initializer He { get; } = new("He", (inputs, _) => Math.Sqrt(2.0 / inputs));

    /// <summary>Standard deviation √(2 / (inputs + outputs)): the default of all other layers.</summary>
    public static Initializer Xavier { get; } = new("Xavier", (inputs, outputs) => Math.Sqrt(2.0 / (inputs + outputs)));

    /// <summary>All weights 0.</summary>
    public static Initializer Zeros { get; } = new("zeros", (_, _) => 0);

    /// <summary>Standard deviation <paramref name="factor"/> / √inputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative, infinite or NaN.</exception>
    public static Initializer Scaled(double factor)
    {
        Finite.CheckNotNegative(factor, nameof(factor), "The factor");
        return new(Invariant($"{factor}/√n"), (inputs, _) => factor / Math.Sqrt(inputs));
    }

    /// <summary>The name for display, such as "He".</summary>
    public string Name { get; }

    /// <summary>The default for a layer: He for relu, Xavier for the other activations.</summary>
    public static Initializer DefaultFor(Activation activation) => activation == Activation.Relu ? He : Xavier;

    /// <summary>Draws the weights of one layer: units × inputs.</summary>
    /// <param name="units">k: the rows.</param>
    /// <param name="inputs">n: the columns.</param>
    /// <param name="random">The random number generator; the same state gives the same weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public Matrix<T> Draw<T>(int units, int inputs, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Matrix.Normal<T>(units, inputs, random, standardDeviation: _standardDeviation(inputs, units));

    /// <inheritdoc/>
    public override string ToString() => Name;
}

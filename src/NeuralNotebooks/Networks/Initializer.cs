namespace NeuralNotebooks;

/// <summary>How the weights of a layer are drawn before training: normally distributed around 0. Biases begin at
/// 0.</summary>
/// <remarks>
/// Only the standard deviation differs, with n inputs and k outputs:
/// <code>
/// He        √(2 / n)         keeps the size of the signal through relu layers (He et al. 2015)
/// Xavier    √(2 / (n + k))   keeps it through tanh and linear layers, forward and backward (Glorot and Bengio 2010)
/// Scaled    c / √n
/// Zeros     0                every unit of a layer stays equal to its neighbours
/// </code>
/// The draws are made in double precision and then rounded, so that a float and a double network with the same seed
/// start alike.
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

    /// <summary>The name to show.</summary>
    public string Name { get; }

    /// <summary>He for relu, Xavier for the others.</summary>
    public static Initializer DefaultFor(Activation activation) => activation == Activation.Relu ? He : Xavier;

    /// <summary>Draws the weights of one layer: units × inputs.</summary>
    /// <param name="units">k: the rows.</param>
    /// <param name="inputs">n: the columns.</param>
    /// <param name="random">Where the draws come from; the same state gives the same weights.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public Matrix<T> Draw<T>(int units, int inputs, Random random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Matrix.Normal<T>(units, inputs, random, standardDeviation: _standardDeviation(inputs, units));

    /// <inheritdoc/>
    public override string ToString() => Name;
}

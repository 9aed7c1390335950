namespace NeuralNotebooks;

public static partial class Matrix
{
    private delegate void SpanFunction<T>(ReadOnlySpan<T> source, Span<T> destination);

    /// <summary>eᶻ for each entry z, as a new matrix of the same shape.</summary>
    public static Matrix<T> Exp<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Apply(Elementwise.Exp, Z);

    /// <summary>ln z for each entry z, as a new matrix of the same shape: NaN where z is negative, −∞ where it is
    /// 0.</summary>
    public static Matrix<T> Log<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Apply(Elementwise.Log, Z);

    /// <summary>σ(z) = 1 / (1 + e⁻ᶻ) for each entry z, as a new matrix of the same shape.</summary>
    public static Matrix<T> Sigmoid<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Apply(Elementwise.Sigmoid, Z);

    /// <summary>tanh z for each entry z, as a new matrix of the same shape.</summary>
    public static Matrix<T> Tanh<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Apply(Elementwise.Tanh, Z);

    /// <summary>relu(z) = max(0, z) for each entry z, as a new matrix of the same shape.</summary>
    public static Matrix<T> Relu<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Apply(Elementwise.Relu, Z);

    private static Matrix<T> Apply<T>(SpanFunction<T> function, Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNull(Z);
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        function(Z.AsSpan(), result.AsSpan());
        return result;
    }
}

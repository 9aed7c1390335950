using System.Numerics;

namespace NeuralNotebooks;

public static partial class Matrix
{
    /// <summary>eᶻ of every entry.</summary>
    public static Matrix<T> Exp<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        Elementwise.Exp(Z.AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>ln z of every entry.</summary>
    public static Matrix<T> Log<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        Elementwise.Log(Z.AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>σ(z) = 1 / (1 + e⁻ᶻ) of every entry.</summary>
    public static Matrix<T> Sigmoid<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        Elementwise.Sigmoid(Z.AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>tanh z of every entry.</summary>
    public static Matrix<T> Tanh<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        Elementwise.Tanh(Z.AsSpan(), result.AsSpan());
        return result;
    }

    /// <summary>relu(z) = max(0, z) of every entry.</summary>
    public static Matrix<T> Relu<T>(Matrix<T> Z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var result = new Matrix<T>(Z.Rows, Z.Columns);
        Elementwise.Relu(Z.AsSpan(), result.AsSpan());
        return result;
    }
}

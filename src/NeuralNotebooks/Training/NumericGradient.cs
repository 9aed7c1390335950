namespace NeuralNotebooks;

/// <summary>The gradient by finite differences: f is evaluated with each entry of a matrix increased and decreased by
/// h.</summary>
/// <remarks>The formula is (f(θ + h) − f(θ − h)) / 2h for each entry, the central difference, whose error is
/// proportional to h². For 2h it takes the difference of the two rounded numbers. It uses only values of f, so it can
/// check the gradient of any function. It calls f twice for each entry.</remarks>
public static class NumericGradient
{
    /// <summary>∂f/∂θ at the point θ = <paramref name="at"/>, as a new matrix of the same shape. The matrix
    /// <paramref name="at"/> is not changed: f is called with copies.</summary>
    /// <param name="at">θ.</param>
    /// <param name="f">The function, such as the loss as a function of one layer's weights.</param>
    /// <param name="h">The step by which each entry is increased and decreased.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a number above 0, or is so small that it does not
    /// change an entry.</exception>
    public static Matrix<double> Of(Matrix<double> at, Func<Matrix<double>, double> f, double h = 1e-5)
    {
        ThrowIfNull(at);
        ThrowIfNull(f);
        if (!(h > 0 && double.IsFinite(h)))
            throw new ArgumentOutOfRangeException(nameof(h), Invariant($"h is {h}: it must be a number above 0."));
        Matrix<double> slopes = new(at.Rows, at.Columns);
        for (int column = 0; column < at.Columns; column++)
            for (int row = 0; row < at.Rows; row++)
            {
                Matrix<double> up = at.Copy(), down = at.Copy();
                double above = up[row, column] += h, below = down[row, column] -= h;
                if (above == below)
                    throw new ArgumentOutOfRangeException(
                        nameof(h),
                        Invariant($"h is {h}, too small to change the entry [{row}, {column}], {at[row, column]}."));
                slopes[row, column] = (f(up) - f(down)) / (above - below);
            }
        return slopes;
    }
}

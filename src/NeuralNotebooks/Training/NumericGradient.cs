namespace NeuralNotebooks;

/// <summary>The gradient by finite differences: each entry of a matrix is moved up and down by h, and f is evaluated at
/// both.</summary>
/// <remarks>
/// (f(θ + h) − f(θ − h)) / 2h, entry by entry: a central difference. It knows nothing about layers, so it can check any
/// formula. Two calls of f for each entry.
/// </remarks>
public static class NumericGradient
{
    /// <summary>∂f/∂θ at <paramref name="at"/>, in its shape. The matrix itself is not changed: f gets
    /// copies.</summary>
    /// <param name="at">θ.</param>
    /// <param name="f">The function, such as the loss as a function of one layer's weights.</param>
    /// <param name="h">How far each entry is moved.</param>
    public static Matrix<double> Of(Matrix<double> at, Func<Matrix<double>, double> f, double h = 1e-5)
    {
        ThrowIfNull(at);
        ThrowIfNull(f);
        Matrix<double> slopes = new(at.Rows, at.Columns);
        for (int column = 0; column < at.Columns; column++)
            for (int row = 0; row < at.Rows; row++)
            {
                Matrix<double> up = at.Copy(), down = at.Copy();
                up[row, column] += h;
                down[row, column] -= h;
                slopes[row, column] = (f(up) - f(down)) / (2 * h);
            }
        return slopes;
    }
}

namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    // The numbers of larger matrices would not fit; a heat map can show them.
    private const int MaxEquationSize = 12;

    /// <summary>A matrix equation as it is written, each matrix as a grid of numbers, blue below zero and orange above.
    /// The matrices of a sum have the same colours for the same numbers; the factors of a product do not:
    /// <c>Plot.Equation([("", "δ", delta), ("·", "aᵀ", row), ("=", "∂L/∂W", gradient)])</c>.</summary>
    /// <param name="terms">
    /// An operator, a name and a matrix each. The first operator is empty, or a function of the first matrix, entry by
    /// entry: σ, tanh or relu; then · is the matrix product, ⊙ the elementwise product, + and − add and
    /// subtract, from left to right; = states the result so far, and a comma begins another matrix.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An operator is unknown, shapes do not fit, a matrix has more than 12 rows or columns, or the equation does not
    /// hold: a false equation is not drawn.
    /// </exception>
    public static Picture Equation(params IReadOnlyList<(string Sign, string Name, Matrix<double> Matrix)> terms)
    {
        (string Sign, string Name, Matrix<double> Matrix)[] all = Checked.NotEmpty(terms, "terms");
        foreach ((_, string name, Matrix<double> matrix) in all)
        {
            Checked.Rows(matrix, name);
            if (Math.Max(matrix.Rows, matrix.Columns) > MaxEquationSize)
                throw new ArgumentException(
                    $"{name} is {Shape.Of(matrix)}: an equation shows matrices of at most {MaxEquationSize} rows and "
                    + $"columns; draw a heat map instead.", nameof(terms));
        }

        Matrix<double> value = ApplyPrefix(all[0].Sign, all[0].Name, all[0].Matrix);
        double largest = Largest(value); // of the numbers from which the value has been computed, whose rounding it has
        foreach ((string sign, string name, Matrix<double> matrix) in all.Skip(1))
        {
            value = ApplyOperator(value, sign, name, matrix, 1e-9 * largest);
            largest = Math.Max(Largest(value), sign switch
            {
                "·" => largest * Largest(matrix) * matrix.Rows,
                "⊙" => largest * Largest(matrix),
                "+" or "−" => Math.Max(largest, Largest(matrix)),
                _ => 0,
            });
        }
        EquationDrawing drawing = new(all);
        (string attributes, string inside, _) = drawing.Draw();
        return Picture.OfSvg($"<svg {attributes}>{inside}</svg>", drawing.InWords() + ".");
    }

    private static double Largest(Matrix<double> matrix) => Math.Max(matrix.Max(), -matrix.Min());

    private static Matrix<double> ApplyPrefix(string sign, string name, Matrix<double> matrix) => sign switch
    {
        "" => matrix,
        "σ" => Matrix.Sigmoid(matrix),
        "tanh" => Matrix.Tanh(matrix),
        "relu" => Matrix.Relu(matrix),
        _ => throw new ArgumentException(
            $"'{sign}' before {name} is neither empty nor one of σ tanh relu, with which an equation may begin.",
            nameof(sign)),
    };

    private static Matrix<double> ApplyOperator(
        Matrix<double> value, string sign, string name, Matrix<double> matrix, double allowed)
    {
        switch (sign)
        {
            case "·": return value * matrix;
            case "⊙": return value.Hadamard(matrix);
            case "+": return value + matrix;
            case "−": return value - matrix;
            case ",": return matrix;
            case "=":
                bool sameShape = value.Rows == matrix.Rows && value.Columns == matrix.Columns;
                return sameShape && value.IsCloseTo(matrix, allowed)
                    ? matrix
                    : throw new ArgumentException(
                        $"The equation does not hold: the left side of '= {name}' is another "
                        + $"{(sameShape ? "matrix" : $"matrix, of shape {Shape.Of(value)}")}.", nameof(matrix));
            default:
                throw new ArgumentException($"'{sign}' before {name} is none of · ⊙ + − = and comma.", nameof(sign));
        }
    }
}

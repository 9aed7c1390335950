namespace NeuralNotebooks.Plotting;

public static partial class Plot
{
    /// <summary>A matrix as coloured cells: blue below zero, orange above. The cells of a small matrix contain their
    /// numbers. The colour scale of a matrix without negative entries begins at zero.</summary>
    /// <param name="matrix">The matrix; its first row is drawn on top, as it is written.</param>
    /// <param name="title">The title.</param>
    /// <param name="rows">Names of the rows, such as those of the neurons; their numbers if omitted.</param>
    /// <param name="columns">Names of the columns, such as those of the features; their numbers if omitted.</param>
    /// <param name="axes">What a row is, such as "row of pixels", written beside the rows, and what a column is,
    /// written below the columns.</param>
    /// <exception cref="ArgumentException">The matrix is empty, has an entry that is not finite, or the names do not
    /// fit its shape.</exception>
    public static Picture HeatMap<T>(
        Matrix<T> matrix, string title = "", IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null,
        (string Rows, string Columns)? axes = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        HeatMapCells map = HeatMapCells.Of(
            title.Length > 0 ? title : "a matrix", matrix, rows, columns, what: "The matrix") with
        {
            AxisNames = axes ?? ("", ""),
        };
        return HeatMapFigure.Of([map]).WithTitle(title);
    }

    /// <summary>Matrices side by side on one colour scale, each with a name, and with names of its rows and columns:
    /// <c>Plot.HeatMaps(("before", W, units, features), ("after", V, units, features))</c>.</summary>
    /// <remarks>Rows and columns without names have numbers.</remarks>
    /// <exception cref="ArgumentException">There is no matrix, one is empty or has an entry that is not finite, or
    /// names do not fit its shape.</exception>
    public static Picture HeatMaps<T>(
        params (string Name, Matrix<T> Matrix, IReadOnlyList<string>? Rows, IReadOnlyList<string>? Columns)[] matrices)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        HeatMapCells[] maps = [.. Checked.NotEmpty(matrices, "matrices").Select(map =>
            HeatMapCells.Of(map.Name, map.Matrix, map.Rows, map.Columns))];
        return HeatMapFigure.Of(maps);
    }
}

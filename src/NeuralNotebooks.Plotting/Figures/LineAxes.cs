namespace NeuralNotebooks.Plotting;

/// <summary>What the axes of lines show, and whether the vertical one is logarithmic.</summary>
internal sealed record LineAxes(string X, string Y, bool LogY)
{
    public Figure ToFigure(IEnumerable<FigurePart> traces) =>
        new([.. traces], new() { ["xaxis"] = Axis.Scaled(X), ["yaxis"] = Axis.Scaled(Y, LogY) });
}

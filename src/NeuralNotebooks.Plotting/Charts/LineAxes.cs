namespace NeuralNotebooks.Plotting;

/// <summary>What the axes of lines show, and on which scales.</summary>
internal sealed record LineAxes(string X, string Y, bool LogX, bool LogY)
{
    public Figure ToFigure(IEnumerable<FigurePart> traces) =>
        new([.. traces], new() { ["xaxis"] = Axis.Scaled(LogX, X), ["yaxis"] = Axis.Scaled(LogY, Y) });
}

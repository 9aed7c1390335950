namespace NeuralNotebooks.Plotting;

/// <summary>What the axes of lines show, and on which scales.</summary>
internal sealed record LineAxes(string X, string Y, bool LogX, bool LogY)
{
    public string InWords =>
        (LogX, LogY) switch
        {
            (true, true) => $"{Y} over {X}, both axes logarithmic",
            (true, false) => $"{Y} over {X}, horizontal axis logarithmic",
            (false, true) => $"{Y} over {X}, vertical axis logarithmic",
            _ => $"{Y} over {X}",
        };

    /// <summary>A figure with the names of the lines at their ends.</summary>
    /// <param name="traces">What is drawn.</param>
    /// <param name="lines">Its lines, in the order of their colours.</param>
    /// <param name="up">The smallest and largest value that is drawn.</param>
    public Figure ToFigure(Trace[] traces, LineSeries[] lines, Interval up)
    {
        Interval across = LineSeries.Across(lines);
        Layout layout = new() { XAxis = Axis.Scaled(LogX, across, X), YAxis = Axis.Scaled(LogY, up, Y) };
        return new EndLabels(across, up, LogX, LogY).On(new(traces, layout), [.. lines.Select(line => line.End)]);
    }
}

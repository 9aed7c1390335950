namespace NeuralNotebooks.Plotting;

internal static class Axis
{
    /// <param name="title">What the axis shows; an empty title takes up no space.</param>
    /// <param name="range">The first and the last value on the axis; null for those of the data.</param>
    public static FigurePart Of(string title = "", Interval? range = null) => new()
    {
        ["title"] = title.Length > 0 ? new FigurePart { ["text"] = Verbatim(title) } : null,
        ["range"] = range is var (from, to) ? new[] { from, to } : null,
    };

    // The most labels of a logarithmic axis, if they are powers of ten (fewer powers have numbers between them), and
    // their format: plain numbers, where plotly.js would write single digits between powers.
    public const int LogTicks = 5;
    public const string LogFormat = "~g";

    /// <summary>A linear or logarithmic axis.</summary>
    /// <remarks>The type is set, since plotly.js would otherwise take some data for dates or categories.</remarks>
    public static FigurePart Scaled(string title, bool logarithmic = false) =>
        Of(title).With(logarithmic
            ? new() { ["type"] = "log", ["nticks"] = LogTicks, ["tickformat"] = LogFormat }
            : new() { ["type"] = "linear" });

    /// <summary>An axis without a grid, with names at 0, 1, …; with numbers if they are null.</summary>
    public static FigurePart Named(IEnumerable<string>? names, string title = "", Interval? range = null)
    {
        FigurePart axis = Of(title, range);
        axis["showgrid"] = false;
        if (names is not null)
            (axis["tickmode"], axis["tickvals"], axis["ticktext"]) =
                ("array", names.Select((_, k) => (double)k), names.Select(Verbatim));
        return axis;
    }

    /// <summary>Draws a trace on a pair of axes. Panels, which have such a pair each, are numbered from 0.</summary>
    public static FigurePart OnPanel(this FigurePart trace, int panel)
    {
        if (panel > 0)
            (trace["xaxis"], trace["yaxis"]) = (Name("x", panel), Name("y", panel));
        return trace;
    }

    /// <summary>The name of the axis of a panel, such as x, x2, x3, … in a trace, and xaxis, xaxis2, … in a
    /// layout.</summary>
    public static string Name(string first, int panel) => panel <= 0 ? first : Invariant($"{first}{panel + 1}");
}

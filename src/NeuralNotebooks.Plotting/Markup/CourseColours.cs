namespace NeuralNotebooks.Plotting;

/// <summary>The colours of the course, after Okabe and Ito, and the dashes and symbols that series have besides.
/// Charts, drawings and the scripts of pictures take the colours of lines, areas and texts from here. A scale that
/// shows numbers as colours may have its own, such as the map of <c>MomentumFigure</c>.</summary>
internal static class CourseColours
{
    public static readonly CourseColour Blue = new("#0072b2", OnDark: "#56b4e9");

    public static readonly CourseColour Orange = new("#d55e00", OnDark: "#e69f00", AsText: "#b85000");

    public static readonly CourseColour Green = new("#009e73", OnDark: "#2fc79b", AsText: "#007f5c");

    public static readonly CourseColour Pink = new("#cc79a7", OnDark: "#e0a3c5", AsText: "#a9527f");

    public static readonly CourseColour Yellow = new("#8c6d00", OnDark: "#f0e442");

    /// <summary>The page behind the picture.</summary>
    public static readonly CourseColour Page = new("#ffffff", OnDark: "#14171d");

    /// <summary>A grey on which lines of any other colour are readable.</summary>
    public static readonly CourseColour Slope = new("#aab4c3", OnDark: "#475263");

    /// <summary>The colour of the page's text.</summary>
    public const string Ink = "var(--ink)";

    /// <summary>The colours of series and classes by their numbers.</summary>
    public static readonly string[] Cycle =
        [.. new[] { Blue, Orange, Green, Pink, Yellow }.Select(colour => colour.OnLight), Ink];

    // Lines differ in more than colour, so that a greyscale print is readable.
    public static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    public static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x"];

    /// <summary>All colours that have a counterpart on a dark page.</summary>
    public static IEnumerable<CourseColour> All => [Blue, Orange, Green, Pink, Yellow, Page, Slope];
}

/// <summary>A colour of the course.</summary>
/// <param name="OnLight">On a light page; figures contain this one, and scripts replace it where another is
/// needed.</param>
/// <param name="OnDark">Its counterpart on a dark page.</param>
/// <param name="AsText">The colour of a text on a light page, if it must be darker for a contrast above 4.5.</param>
internal sealed record CourseColour(string OnLight, string OnDark, string? AsText = null);

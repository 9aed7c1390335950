namespace NeuralNotebooks.Plotting;

/// <summary>The colours of the course, after Okabe and Ito, the dashes and symbols that series have besides, and scales
/// of colours. A figure contains the colours for a light background; on a dark one the page's script uses their
/// counterparts.</summary>
internal static class Palette
{
    /// <summary>Below zero; no series has this colour.</summary>
    public const string Blue = "#0072b2";

    /// <summary>Above zero; no series has this colour.</summary>
    public const string Orange = "#d55e00";

    /// <summary>Gradients, and all that flows backward. Values have the colour of the text.</summary>
    public const string Purple = "#7a55c4";

    public const string Green = "#009e73", Pink = "#cc79a7", Yellow = "#8c6d00", Grey = "#7d8896";

    /// <summary>The colour of the page behind the picture: the middle of a diverging scale.</summary>
    public const string Ground = "#ffffff";

    /// <summary>The high end of a grey scale on which lines of any other colour are readable.</summary>
    public const string ReliefGrey = "#aab4c3";

    public const string Ink = "var(--ink)";

    /// <summary>The counterpart of each colour on a dark page, and the colour of a text on a light page, if it must be
    /// darker for a contrast above 4.5.</summary>
    public static readonly (string OnLight, string OnDark, string? AsText)[] Counterparts =
    [
        (Blue, "#56b4e9", null), (Orange, "#f58a42", "#b85000"), (Green, "#2fc79b", "#007f5c"),
        (Pink, "#e0a3c5", "#a9527f"), (Yellow, "#f0e442", null), (Grey, "#9aa6b5", "#5d6875"),
        (Ground, "#14171d", null), (ReliefGrey, "#475263", null),
    ];

    /// <summary>The colours of series and of classes by their numbers: none is the colour of a sign or of
    /// gradients.</summary>
    public static readonly string[] Cycle = [Green, Pink, Yellow, Ink, Grey];

    // Lines differ in more than colour, so that a greyscale print is readable.
    public static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];

    public static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x"];

    /// <summary>From blue over the background, at zero, to orange.</summary>
    public static readonly object[][] Signs = [[0, Blue], [0.5, Ground], [1, Orange]];

    /// <summary>From the background to a grey: lines of any colour of the palette are readable on it.</summary>
    public static readonly object[][] Relief = [[0, Ground], [1, ReliefGrey]];

    public static string Of(int number) => Repeated(Cycle, number);

    public static string Faint(string color, double opacity) => Invariant($"{color}/{opacity}");

    // After the last colour, dashes and symbols are shifted: no two of many series look the same.
    public static string Dash(int number) => Repeated(Dashes, number + number / Cycle.Length);

    /// <summary>A colour for a drawing whose colours no script changes: mixed with the page's text colour, it is darker
    /// on a light page and lighter on a dark one.</summary>
    public static string Drawn(string colour) => $"color-mix(in srgb, {colour} 72%, currentColor)";

    /// <summary>The symbol of a class, for readers who cannot distinguish the colours.</summary>
    public static string Symbol(int number) => Repeated(Symbols, number + number / Cycle.Length);

    private static string Repeated(string[] items, int number) => items[number % items.Length];

    /// <summary>One flat colour for each class, for values 0, 1, …, count − 1 on the range −½ … count − ½.</summary>
    public static object[][] Classes(int count) =>
        [.. Enumerable.Range(0, count)
            .SelectMany(k => new object[][] { [(double)k / count, Of(k)], [(k + 1.0) / count, Of(k)] })];
}

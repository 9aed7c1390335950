namespace NeuralNotebooks.Plotting;

/// <summary>The colours of the course on a light background, after Okabe and Ito; on a dark one the page's script uses
/// lighter counterparts.</summary>
internal static class Palette
{
    /// <summary>Values, and the first series.</summary>
    public const string Blue = "#0072b2";

    /// <summary>Gradients, and the second series.</summary>
    public const string Orange = "#d55e00";

    public const string Green = "#009e73";

    public const string Pink = "#cc79a7";

    /// <summary>Yellow, dark enough for a light background.</summary>
    public const string Yellow = "#8c6d00";

    /// <summary>The colour of the page behind the picture: the middle of a diverging scale.</summary>
    public const string Ground = "#ffffff";

    /// <summary>The high end of a grey scale on which lines are drawn; its low end is the background.</summary>
    public const string Slope = "#aab4c3";

    /// <summary>The colour of the page's text.</summary>
    public const string Ink = "var(--ink)";

    private static readonly string[] _cycle = [Blue, Orange, Green, Pink, Yellow, Ink];

    private static readonly string[] _symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x"];

    // Lines differ in more than colour, so that a greyscale print is readable.
    private static readonly string[] _dashes = ["solid", "dash", "dot", "dashdot"];

    /// <summary>Blue below zero, the background at zero, orange above.</summary>
    public static readonly object[][] Diverging = [[0, Blue], [0.5, Ground], [1, Orange]];

    /// <summary>From the background at zero to orange.</summary>
    public static readonly object[][] Positive = [[0, Ground], [1, Orange]];

    /// <summary>From the background to a grey: lines of any colour of the palette are readable on it.</summary>
    public static readonly object[][] Relief = [[0, Ground], [1, Slope]];

    /// <summary>The colour of a series or class by its number.</summary>
    public static string Of(int number) => _cycle[number % _cycle.Length];

    /// <summary>A colour at an opacity between 0 and 1.</summary>
    public static string Faint(string color, double opacity) => Invariant($"{color}/{opacity}");

    /// <summary>The dash of a line by its number.</summary>
    public static string Dash(int number) => _dashes[number % _dashes.Length];

    /// <summary>A colour for a drawing whose colours no script changes: mixed with the page's text colour, it is darker
    /// on a light page and lighter on a dark one.</summary>
    public static string Drawn(string colour) => $"color-mix(in srgb, {colour} 72%, currentColor)";

    /// <summary>The symbol of a class, for readers who cannot distinguish the colours.</summary>
    public static string Symbol(int number) => _symbols[number % _symbols.Length];

    /// <summary>One flat colour for each class, for values 0, 1, …, count − 1 on the range −½ … count − ½.</summary>
    public static object[][] Classes(int count) =>
        [.. Enumerable.Range(0, count)
            .SelectMany(k => new object[][] { [k / (double)count, Of(k)], [(k + 1) / (double)count, Of(k)] })];
}

namespace NeuralNotebooks.Plotting;

/// <summary>What the <see cref="CourseColours"/> stand for in figures, and scales of them. A figure contains the
/// colours for a light background; on a dark one the page's script uses their counterparts.</summary>
internal static class Palette
{
    /// <summary>Values, and the first series.</summary>
    public static string Blue => CourseColours.Blue.OnLight;

    /// <summary>Gradients, and the second series.</summary>
    public static string Orange => CourseColours.Orange.OnLight;

    public static string Green => CourseColours.Green.OnLight;

    public static string Pink => CourseColours.Pink.OnLight;

    public static string Yellow => CourseColours.Yellow.OnLight;

    /// <summary>The colour of the page behind the picture: the middle of a diverging scale.</summary>
    public static string Ground => CourseColours.Page.OnLight;

    /// <summary>The high end of a grey scale on which lines are drawn; its low end is the background.</summary>
    public static string Slope => CourseColours.Slope.OnLight;

    /// <summary>The colour of the page's text.</summary>
    public static string Ink => CourseColours.Ink;

    /// <summary>Blue below zero, the background at zero, orange above.</summary>
    public static readonly object[][] Diverging = [[0, Blue], [0.5, Ground], [1, Orange]];

    /// <summary>From the background at zero to orange.</summary>
    public static readonly object[][] Positive = [[0, Ground], [1, Orange]];

    /// <summary>From the background to a grey: lines of any colour of the palette are readable on it.</summary>
    public static readonly object[][] Relief = [[0, Ground], [1, Slope]];

    /// <summary>The colour of a series or class by its number.</summary>
    public static string Of(int number) => Repeated(CourseColours.Cycle, number);

    /// <summary>A colour at an opacity between 0 and 1.</summary>
    public static string Faint(string color, double opacity) => Invariant($"{color}/{opacity}");

    /// <summary>The dash of a line by its number.</summary>
    public static string Dash(int number) => Repeated(CourseColours.Dashes, number);

    /// <summary>A colour for a drawing whose colours no script changes: mixed with the page's text colour, it is darker
    /// on a light page and lighter on a dark one.</summary>
    public static string Drawn(string colour) => $"color-mix(in srgb, {colour} 72%, currentColor)";

    /// <summary>The symbol of a class, for readers who cannot distinguish the colours.</summary>
    public static string Symbol(int number) => Repeated(CourseColours.Symbols, number);

    private static string Repeated(string[] items, int number) => items[number % items.Length];

    /// <summary>One flat colour for each class, for values 0, 1, …, count − 1 on the range −½ … count − ½.</summary>
    public static object[][] Classes(int count) =>
        [.. Enumerable.Range(0, count)
            .SelectMany(k => new object[][] { [k / (double)count, Of(k)], [(k + 1) / (double)count, Of(k)] })];
}

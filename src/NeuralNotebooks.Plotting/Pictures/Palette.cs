using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>The colours of the course on a light ground, after Okabe and Ito; on a dark ground the page's script puts their lighter partners.</summary>
internal static class Palette
{
    /// <summary>Values, and the first series.</summary>
    public const string Blue = "#0072b2";

    /// <summary>Gradients, and the second series.</summary>
    public const string Orange = "#d55e00";

    public const string Green = "#009e73";

    public const string Pink = "#cc79a7";

    /// <summary>Yellow, dark enough for a light ground.</summary>
    public const string Yellow = "#8c6d00";

    /// <summary>The colour of the page behind the picture: the middle of a diverging scale.</summary>
    public const string Ground = "#ffffff";

    /// <summary>The high end of a scale that keeps behind the lines drawn on it; the low end is the ground.</summary>
    public const string Slope = "#aab4c3";

    /// <summary>The colour of the page's text.</summary>
    public const string Ink = "var(--ink)";

    private static readonly string[] _cycle = [Blue, Orange, Green, Pink, Yellow, Ink];

    private static readonly StyleParam.MarkerSymbol[] _symbols =
    [
        StyleParam.MarkerSymbol.Circle, StyleParam.MarkerSymbol.Diamond, StyleParam.MarkerSymbol.Square, StyleParam.MarkerSymbol.TriangleUp,
        StyleParam.MarkerSymbol.Cross, StyleParam.MarkerSymbol.X,
    ];

    /// <summary>After so many series the colours and symbols begin again.</summary>
    public static int Count => _cycle.Length;

    /// <summary>The colour of the series or class with a number.</summary>
    public static string Name(int number) => _cycle[number % _cycle.Length];

    /// <summary>That colour for a chart.</summary>
    public static Color Of(int number) => Color.fromString(Name(number));

    /// <summary>That colour at an opacity between 0 and 1.</summary>
    public static Color Faint(int number, double opacity) => Color.fromString(FormattableString.Invariant($"{Name(number)}/{opacity}"));

    /// <summary>Black or white, whichever is read better on a colour that covers a part of the ground.</summary>
    public static string TextOn(string colour, double part) => FormattableString.Invariant($"on {colour} {part:0.##}");

    /// <summary>A colour in a drawing that no script recolours: with some of the page's ink it is darker on a light ground and lighter on a dark one.</summary>
    public static string Drawn(string colour) => $"color-mix(in srgb, {colour} 72%, currentColor)";

    /// <summary>The symbol of a class, for readers who cannot distinguish the colours.</summary>
    public static StyleParam.MarkerSymbol Symbol(int number) => _symbols[number % _symbols.Length];

    /// <summary>Blue below zero, the ground at zero, orange above.</summary>
    public static StyleParam.Colorscale Diverging() => StyleParam.Colorscale.NewCustom(
    [
        Tuple.Create(0.0, Color.fromString(Blue)), Tuple.Create(0.5, Color.fromString(Ground)), Tuple.Create(1.0, Color.fromString(Orange)),
    ]);

    /// <summary>From the ground to a grey: lines of any colour of the palette are read on it.</summary>
    public static StyleParam.Colorscale Relief() => StyleParam.Colorscale.NewCustom(
        [Tuple.Create(0.0, Color.fromString(Ground)), Tuple.Create(1.0, Color.fromString(Slope))]);

    /// <summary>One flat colour for each class, for values 0, 1, …, count − 1 on the range −½ … count − ½.</summary>
    public static StyleParam.Colorscale Classes(int count) => StyleParam.Colorscale.NewCustom(
    [
        .. Enumerable.Range(0, count).SelectMany(k => new[] { Tuple.Create(k / (double)count, Of(k)), Tuple.Create((k + 1) / (double)count, Of(k)) }),
    ]);
}

using System.Globalization;

namespace Plotly.NET;

/// <summary>A colour, a list of them, or numbers that a colour scale turns into colours.</summary>
public sealed class Color
{
    private Color(object value) => Value = value;

    public object Value { get; }

    public static Color fromARGB(int a, int r, int g, int b)
    {
        Check(a, nameof(a));
        Check(r, nameof(r));
        Check(g, nameof(g));
        Check(b, nameof(b));
        // Opacity with one decimal, as Plotly.NET writes it.
        return new(string.Create(CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {a / 255.0:0.0})"));
    }

    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    public static Color fromHex(string s)
    {
        string digits = s.TrimStart('#');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..];
        return digits.Length == 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb)
            ? fromRGB(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : throw new ArgumentException($"'{s}' is not a colour of the form #rrggbb.", nameof(s));
    }

    public static Color fromString(string c) => new(c);

    public static Color fromColors(IEnumerable<Color> c) => new(c.Select(color => color.Value));

    public static Color fromColorScaleValues<A>(IEnumerable<A> c) where A : IConvertible => new(c);

    private static void Check(int component, string name)
    {
        if (component is < 0 or > 255)
            throw new ArgumentOutOfRangeException(name, component, "A colour component lies between 0 and 255.");
    }
}

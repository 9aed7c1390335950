using System.Globalization;

namespace NeuralNotebooks.Site;

/// <summary>How a terminal shows a character.</summary>
/// <param name="Front">The colour of the character: 0 for the page's own, 1 to 16 for the terminal's named colours, and
/// above that <see cref="Rgb"/> with a colour of 24 bits.</param>
/// <param name="Back">The colour behind the character, likewise.</param>
/// <param name="Marks">Bold, italic and so on: a bit for each of the codes from 1 to 9.</param>
internal readonly record struct TerminalStyle(int Front, int Back, int Marks)
{
    private const int Rgb = 1 << 24, Bold = 1, Dim = 2, Italic = 3, Underline = 4, Inverse = 7, Crossed = 9;

    private static readonly string[] _colours =
        ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    private static readonly (int Mark, string Class)[] _marks =
    [
        (Bold, "ansi-bold"), (Dim, "ansi-dim"), (Italic, "ansi-italic"), (Underline, "ansi-underline"),
        (Inverse, "ansi-inverse"), (Crossed, "ansi-crossed"),
    ];

    /// <summary>The attributes of an element with this style: the classes that nbconvert uses, too, and for other
    /// colours a style.</summary>
    public string Attributes
    {
        get
        {
            int marks = Marks;
            string[] classes =
            [
                .. _marks.Where(one => (marks & 1 << one.Mark) != 0).Select(one => one.Class),
                .. Class(Front, "fg"), .. Class(Back, "bg"),
            ];
            string style = Style(Front, "color") + Style(Back, "background");
            return (classes.Length > 0 ? $" class=\"{string.Join(' ', classes)}\"" : "")
                + (style.Length > 0 ? $" style=\"{style.TrimEnd(';')}\"" : "");
        }
    }

    /// <summary>The style after the codes of an escape sequence, such as <c>1;31</c>. Unknown codes have no
    /// effect.</summary>
    public TerminalStyle After(ReadOnlySpan<char> codes)
    {
        var numbers = new Queue<int>();
        foreach (Range code in codes.SplitAny(';', ':'))
            numbers.Enqueue(
                int.TryParse(codes[code], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
                : codes[code].IsEmpty ? 0
                : -1);
        TerminalStyle style = this;
        while (numbers.TryDequeue(out int code))
            style = code switch
            {
                0 => default,
                >= 1 and <= 9 => style with { Marks = style.Marks | 1 << code },
                21 or 22 => style with { Marks = style.Marks & ~(1 << Bold | 1 << Dim) },
                >= 23 and <= 29 => style with { Marks = style.Marks & ~(1 << (code - 20)) },
                >= 30 and <= 37 => style with { Front = code - 29 },
                38 => style with { Front = Longer(numbers) ?? style.Front },
                39 => style with { Front = 0 },
                >= 40 and <= 47 => style with { Back = code - 39 },
                48 => style with { Back = Longer(numbers) ?? style.Back },
                49 => style with { Back = 0 },
                >= 90 and <= 97 => style with { Front = code - 81 },
                >= 100 and <= 107 => style with { Back = code - 91 },
                _ => style,
            };
        return style;
    }

    /// <summary>A colour by its number among 256, or by its red, green and blue; null if the codes are
    /// incomplete.</summary>
    private static int? Longer(Queue<int> numbers)
    {
        if (!numbers.TryDequeue(out int kind) || numbers.Count < (kind == 2 ? 3 : 1))
            return null;
        if (kind == 2)
            return Of(numbers.Dequeue(), numbers.Dequeue(), numbers.Dequeue());
        int number = numbers.Dequeue() & 255, cube = number - 16, grey = 8 + 10 * (number - 232);
        return number < 16 ? number + 1
            : number >= 232 ? Of(grey, grey, grey)
            : Of(Level(cube / 36), Level(cube / 6 % 6), Level(cube % 6));

        static int Level(int step) => step == 0 ? 0 : 55 + 40 * step;
        static int Of(int red, int green, int blue) => Rgb | (red & 255) << 16 | (green & 255) << 8 | blue & 255;
    }

    private static string[] Class(int colour, string place) =>
        colour is 0 or >= Rgb ? []
            : [$"ansi-{_colours[(colour - 1) % 8]}{(colour > 8 ? "-intense" : "")}-{place}"];

    private static string Style(int colour, string property) =>
        colour < Rgb ? "" : $"{property}:#{colour & 0xFFFFFF:x6};";
}

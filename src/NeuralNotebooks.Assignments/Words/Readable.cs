namespace NeuralNotebooks.Assignments;

public static class Readable
{
    /// <summary>"1 point", "2.5 points".</summary>
    public static string Points(Points points) => $"{points.ForPage} {(points == 1 ? "point" : "points")}";

    /// <summary>A text in which each invisible character is replaced by its code point: "ada[U+200B]".</summary>
    public static string Visible(string text) =>
        string.Concat(
            text.EnumerateRunes()
                .Select(rune =>
                    Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
                        ? Invariant($"[U+{rune.Value:X4}]")
                        : rune.ToString()));

    /// <summary>"1 probe", "2 probes".</summary>
    public static string Count(int count, string one) => ReadableNumber.Count(count, one);

    /// <summary>A share such as "12 %"; "0 %" if the total is 0.</summary>
    public static string Share(int count, int of) =>
        Invariant($"{(of == 0 ? 0 : Math.Round(100.0 * count / of, MidpointRounding.AwayFromZero))} %");
}

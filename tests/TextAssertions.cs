namespace NeuralNotebooks.Tests;

/// <summary>Assertions about texts, with ordinal comparison, which does not depend on the culture.</summary>
internal static class TextAssertions
{
    public static void ShouldContain(this string? text, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));

    public static void ShouldNotContain(this string? text, params string[] parts) =>
        Assert.All(parts, part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));

    public static void ShouldStartWith(this string? text, string start) =>
        Assert.StartsWith(start, text, StringComparison.Ordinal);

    public static void ShouldEndWith(this string? text, string end) =>
        Assert.EndsWith(end, text, StringComparison.Ordinal);

    public static string OnOneLine(this string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

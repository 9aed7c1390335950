namespace NeuralNotebooks.Benchmarks;

/// <summary>A table in Markdown: names on the left, numbers on the right.</summary>
internal static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> head, IEnumerable<IEnumerable<string>> rows) =>
        $"{Line(head)}|---|{string.Concat(head.Skip(1).Select(_ => "--:|"))}\n{string.Concat(rows.Select(Line))}";

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}

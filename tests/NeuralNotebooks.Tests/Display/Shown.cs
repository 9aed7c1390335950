using System.Collections;
using System.Xml.Linq;

namespace NeuralNotebooks.Tests;

/// <summary>Objects, each written as the expression that creates it, as text, and as the rows of its HTML table. A row
/// is one line with the text, [the tooltip] and {the colour} of each cell.</summary>
internal sealed class Shown(bool asHtml = true) : IEnumerable
{
    private readonly List<(string Code, object Thing)> _things = [];

    public void Add(object thing, [CallerArgumentExpression(nameof(thing))] string code = "") =>
        _things.Add((code, thing));

    public IEnumerator GetEnumerator() => _things.GetEnumerator();

    /// <summary>Asserts that the texts are the approved ones, also under a locale with a decimal comma.</summary>
    public void ShouldBeApproved([CallerMemberName] string fact = "")
    {
        string text = Text();
        ApprovedTexts.Check("Display", fact.Replace('_', ' '), text);
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(text, Text());
    }

    private string Text() =>
        string.Concat(
            from thing in _things
            let rows = asHtml && thing.Thing is IHtml html ? Rows(html) : []
            let lines = (string[])[Invariant($"{thing.Thing}"), .. rows]
            select $"{thing.Code}\n    {string.Join('\n', lines).Replace("\n", "\n    ")}\n");

    private static IEnumerable<string> Rows(IHtml thing)
    {
        XElement html = XElement.Parse(thing.ToHtml());
        return html.Name != "table"
            ? [html.Value]
            : html
                .Elements()
                .Select(row => row.HasElements ? string.Join(" | ", row.Elements().Select(Cell)) : row.Value);
    }

    private static string Cell(XElement cell)
    {
        string colour = $"{cell.Attribute("style")}".Trim('"').Split("background:").ElementAtOrDefault(1) ?? "";
        return (cell.Attribute("scope") is { } scope ? $"<{scope.Value}>" : "")
            + cell.Value
            + (cell.Attribute("title") is { } title ? $" [{title.Value}]" : "")
            + (colour.Length > 0 ? $" {{{colour}}}" : "");
    }
}

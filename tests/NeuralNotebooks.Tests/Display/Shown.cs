using System.Collections;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace NeuralNotebooks.Tests;

/// <summary>Things with the code that makes them, as text and as HTML: a line for each row of a table, with what a cell
/// shows, [its tooltip] and {its colour}.</summary>
internal sealed class Shown(bool asHtml = true) : IEnumerable
{
    private readonly List<(string Code, object Thing)> _things = [];

    public void Add(object thing, [CallerArgumentExpression(nameof(thing))] string code = "") =>
        _things.Add((code, thing));

    public IEnumerator GetEnumerator() => _things.GetEnumerator();

    /// <summary>Asserts that all is shown as approved, under every locale.</summary>
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
            select $"{thing.Code}\n    {string.Join('\n', lines).Replace("\n", "\n    ")}\n"
        );

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

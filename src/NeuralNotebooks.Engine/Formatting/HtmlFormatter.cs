using System.Collections;
using System.Net;

namespace NeuralNotebooks.Engine;

/// <summary>Formats a value as HTML in .NET Interactive's layout: text for scalars, tables for sequences, a collapsible
/// tree for objects.</summary>
internal sealed class HtmlFormatter(CellExecution? cell)
{
    /// <summary>The style sheet of the tables and trees. It sets no colours, so that they are legible on light and dark
    /// backgrounds.</summary>
    private const string Style =
        "<style>.dni-code-hint{font-style:italic;overflow:hidden;white-space:nowrap}.dni-treeview{white-space:nowrap}"
        + ".dni-treeview td{vertical-align:top;text-align:start}details.dni-treeview{padding-left:1em}"
        + "table td,table th{text-align:start}table tr{vertical-align:top;margin:0}table tr td "
        + "pre{vertical-align:top!important;margin:0!important}</style>";

    private readonly Nesting _nesting = new();

    public string Document(object? value) => Html(value) + Style;

    private string Html(object? value)
    {
        value = Sequence.Unwrap(value);
        if (value is DateTime or DateTimeOffset or TimeSpan or Enum or Type or ReadOnlyMemory<char>)
            return $"<span>{Encode(Scalar.Text(value)!)}</span>";
        if (Scalar.IsJson(value)
            && Scalar.JsonOf(value) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
            return Json(json);
        if (Scalar.Text(value) is { } scalar)
            return Preformatted(scalar);
        if (DisplayConvention.HtmlOf(value!, cell) is { } own)
            return own;
        if (!_nesting.TryEnter(value!))
            return Preformatted(Scalar.Summary(value));
        string parts = Parts(value!);
        _nesting.Leave();
        return parts;
    }

    private string Parts(object value)
    {
        if (value is Array { Rank: 2 } table)
            return Rows(table);
        if (TypedRows.Of(value) is { } rows)
            return Rows(rows);
        if (value is not IEnumerable items)
            return Tree(value, MemberValue.Of(value));
        MemberValue[] own = [.. Sequence.OwnMembers(value)];
        return own.Length > 0 ? Tree(value, own) : Items(items);
    }

    /// <summary>The members of an object, or the items of an array, as a tree.</summary>
    private string Json(JsonElement json)
    {
        if (!_nesting.TryEnter(json))
            return Preformatted(Scalar.Summary(json));
        var parts = Sequence.Of(
            json.ValueKind == JsonValueKind.Object
                ? json.EnumerateObject().Select(member => new MemberValue(member.Name, member.Value))
                : json.EnumerateArray().Select((item, index) => new MemberValue(Invariant($"{index}"), item)));
        string tree = Tree(json, parts.Items.Cast<MemberValue>(), parts.Rest);
        _nesting.Leave();
        return tree;
    }

    private string Items(IEnumerable items)
    {
        if (Sequence.Dictionary(items) is var (keys, values))
        {
            var shown = Sequence.Of(values);
            return Table("key", [.. keys.Cast<object?>().Take(Sequence.MaxItems)], shown.Items, shown.Rest);
        }
        if (Scalar.IsScalar(Sequence.ItemType(items.GetType())))
            return Preformatted(PlainTextFormatter.Line(items));
        var sequence = Sequence.Of(items);
        return Sequence.HasGroups(items)
            ? Table("key", [.. sequence.Items.Select(Sequence.KeyOf)], [.. sequence.Items.Select(Group)], sequence.Rest)
            : Table(
                "index", [.. sequence.Items.Select((_, i) => new HtmlContent($"{i}"))], sequence.Items, sequence.Rest);
    }

    private object? Group(object? group)
    {
        if (group is not IEnumerable items || !_nesting.TryEnter(group))
            return group;
        string html = Items(items);
        _nesting.Leave();
        return new HtmlContent(html);
    }

    private string Table(string header, object?[] keys, IReadOnlyList<object?> values, string? rest)
    {
        if (values.Count == 0)
            return "<i>(empty)</i>";
        bool types = values.OfType<object>().Select(v => v.GetType()).Distinct().Count() > 1;
        string type = types ? "<th><i>type</i></th>" : "";
        IEnumerable<string> rows = keys.Zip(
            values, (key, value) => $"<tr>{Cell(key)}{TypeCell(value)}{Cell(value)}</tr>");
        return $"<table><thead><tr><th><i>{header}</i></th>{type}<th>value</th></tr></thead>"
            + $"<tbody>{string.Concat(rows)}{Rest(rest, columns: types ? 3 : 2)}</tbody></table>";

        string TypeCell(object? value) => types ? Cell(value?.GetType()) : "";
    }

    private static string Rest(string? rest, int columns) =>
        rest is null ? "" : $"<tr><td colspan=\"{columns}\"><i>{rest}</i></td></tr>";

    private string Rows(Array table)
    {
        int rows = table.GetLength(0), columns = table.GetLength(1);
        string more = columns > Sequence.MaxItems ? "<td>…</td>" : "";
        IEnumerable<string> shown = Sequence
            .Rows(table)
            .Take(Sequence.MaxItems)
            .Select(row => $"<tr>{string.Concat(row.Select(Cell))}{more}</tr>");
        string html = $"<table><tbody>{string.Concat(shown)}</tbody></table>";
        return rows > Sequence.MaxItems || columns > Sequence.MaxItems
            ? $"{html}<i>({rows} × {columns} in all)</i>" : html;
    }

    private string Rows(TypedRows table)
    {
        string names = string.Concat(table.Names.Select(name => $"<th>{Encode(name)}</th>"));
        IEnumerable<string> rows = table.Rows.Select(row => $"<tr>{string.Concat(row.Select(Cell))}</tr>");
        return $"<table><thead><tr>{names}</tr></thead>"
            + $"<tbody>{string.Concat(rows)}{Rest(table.Rest, table.Names.Length)}</tbody></table>";
    }

    private string Tree(object value, IEnumerable<MemberValue> members, string? rest = null)
    {
        string open = _nesting.Level < 2 ? "open=\"open\" " : "";
        string summary = Encode(Scalar.Summary(value));
        string rows = string.Concat(
            members.Select(member => $"<tr><td>{Encode(member.Name)}</td>{Cell(member.Value)}</tr>"));
        if (value is IEnumerable items)
            rows += $"<tr><td><i>(values)</i></td><td>{Items(items)}</td></tr>";
        rows += Rest(rest, columns: 2);
        return $"<details {open}class=\"dni-treeview\">"
            + $"<summary><span class=\"dni-code-hint\"><code>{summary}</code></span></summary>"
            + $"<div><table><thead><tr></tr></thead><tbody>{rows}</tbody></table></div></details>";
    }

    private string Cell(object? value) => $"<td>{Html(value)}</td>";

    private static string Preformatted(string text) => $"<div class=\"dni-plaintext\"><pre>{Encode(text)}</pre></div>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

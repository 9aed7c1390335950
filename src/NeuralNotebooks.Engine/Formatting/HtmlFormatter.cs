using System.Collections;
using System.Net;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Value → HTML in .NET Interactive's layout: text for scalars, tables for sequences, a collapsible tree for
/// objects.</summary>
internal sealed class HtmlFormatter
{
    /// <summary>Inherits its colours, so that it is legible on light and dark backgrounds.</summary>
    private const string Style =
        "<style>.dni-code-hint{font-style:italic;overflow:hidden;white-space:nowrap}.dni-treeview{white-space:nowrap}"
        + ".dni-treeview td{vertical-align:top;text-align:start}details.dni-treeview{padding-left:1em}"
        + "table td,table th{text-align:start}table tr{vertical-align:top;margin:0}table tr td "
        + "pre{vertical-align:top!important;margin:0!important}</style>";

    private readonly StringBuilder _html = new();
    private readonly Nesting _nesting = new();

    /// <summary>The value with the style that it needs.</summary>
    public string Document(object? value)
    {
        Append(value);
        return _html.Append(Style).ToString();
    }

    private void Append(object? value)
    {
        value = Sequence.Unwrap(value);
        if (value is DateTime or DateTimeOffset or TimeSpan or Enum or ReadOnlyMemory<char>)
            _html.Append("<span>").Append(Encode(Scalar.Text(value)!)).Append("</span>");
        else if (value is Type type)
            AppendType(type);
        else if (Scalar.Text(value) is { } scalar)
            AppendText(scalar);
        else if (DisplayConvention.HtmlOf(value!) is { } own)
            _html.Append(own);
        else if (!_nesting.TryEnter(value!))
            AppendText(Scalar.Summary(value));
        else
        {
            AppendParts(value!);
            _nesting.Leave();
        }
    }

    private void AppendParts(object value)
    {
        if (value is Array { Rank: 2 } table)
            AppendRows(table);
        else if (value is not IEnumerable items || Sequence.HasOwnMembers(value))
            AppendTree(value);
        else if (Sequence.Dictionary(value) is var (keys, values))
            AppendTable("key", [.. keys.Cast<object?>().Take(Sequence.MaxItems)], Sequence.Of(values));
        else if (Scalar.IsScalar(Sequence.ItemType(value.GetType())))
            AppendText(PlainTextFormatter.Line(items));
        else if (Sequence.Of(items) is var sequence)
            AppendTable(
                "index",
                [
                    .. Enumerable
                        .Range(0, sequence.Items.Count)
                        .Select(i => (object)new HtmlContent(FormattableString.Invariant($"{i}"))),
                ],
                sequence
            );
    }

    /// <summary>A table of keys or indices and values; with a column of types when they differ.</summary>
    private void AppendTable(string header, object?[] keys, Sequence values)
    {
        if (values.Items.Count == 0)
        {
            _html.Append("<i>(empty)</i>");
            return;
        }
        bool types = values.Items.OfType<object>().Select(v => v.GetType()).Distinct().Count() > 1;
        _html
            .Append("<table><thead><tr><th><i>")
            .Append(header)
            .Append("</i></th>")
            .Append(types ? "<th><i>type</i></th>" : "")
            .Append("<th>value</th></tr></thead><tbody>");
        for (int row = 0; row < values.Items.Count; row++)
        {
            _html.Append("<tr>");
            AppendCell(keys[row]);
            if (types)
                AppendCell(values.Items[row]?.GetType());
            AppendCell(values.Items[row]);
            _html.Append("</tr>");
        }
        if (values.Rest is not null)
            _html
                .Append("<tr><td colspan=\"")
                .Append(types ? 3 : 2)
                .Append("\"><i>")
                .Append(values.Rest)
                .Append("</i></td></tr>");
        _html.Append("</tbody></table>");
    }

    private void AppendRows(Array table)
    {
        _html.Append("<table><tbody>");
        foreach (object?[] row in Sequence.Rows(table).Take(Sequence.MaxItems))
        {
            _html.Append("<tr>");
            foreach (object? value in row)
                AppendCell(value);
            _html.Append(table.GetLength(1) > Sequence.MaxItems ? "<td>…</td></tr>" : "</tr>");
        }
        _html.Append("</tbody></table>");
        if (table.GetLength(0) > Sequence.MaxItems || table.GetLength(1) > Sequence.MaxItems)
            _html.Append(FormattableString.Invariant($"<i>({table.GetLength(0)} × {table.GetLength(1)} in all)</i>"));
    }

    private void AppendTree(object value)
    {
        _html
            .Append(
                _nesting.Level < 2
                    ? "<details open=\"open\" class=\"dni-treeview\">"
                    : "<details class=\"dni-treeview\">"
            )
            .Append("<summary><span class=\"dni-code-hint\"><code>")
            .Append(Encode(Scalar.Summary(value)))
            .Append("</code></span></summary><div><table><thead><tr></tr></thead><tbody>");
        foreach (MemberValue member in MemberValue.Of(value))
        {
            _html.Append("<tr><td>").Append(Encode(member.Name)).Append("</td>");
            AppendCell(member.Value);
            _html.Append("</tr>");
        }
        if (value is IEnumerable items)
        {
            _html.Append("<tr><td><i>(values)</i></td>");
            AppendCell(
                Sequence.Of(items).Items.All(item => Scalar.Text(item) is not null)
                    ? new HtmlContent(PlainText(PlainTextFormatter.Line(items)))
                    : items.Cast<object?>()
            );
            _html.Append("</tr>");
        }
        _html.Append("</tbody></table></div></details>");
    }

    private void AppendCell(object? value)
    {
        _html.Append("<td>");
        Append(value);
        _html.Append("</td>");
    }

    private void AppendType(Type type)
    {
        string name = Encode(Scalar.Text(type)!);
        bool documented =
            type.Namespace is { } space
            && !type.IsGenericParameter
            && type.FullName is not null
            && (
                space == "System"
                || space.StartsWith("System.", StringComparison.Ordinal)
                || space.StartsWith("Microsoft.", StringComparison.Ordinal)
            );
        if (!documented)
        {
            _html.Append("<span>").Append(name).Append("</span>");
            return;
        }
        Type page =
            type.HasElementType ? type.GetElementType()!
            : type.IsGenericType ? type.GetGenericTypeDefinition()
            : type;
        string address = (page.FullName ?? page.Name).ToLowerInvariant().Replace('+', '.').Replace('`', '-');
        _html
            .Append("<span><a href=\"https://learn.microsoft.com/dotnet/api/")
            .Append(Encode(address))
            .Append("\">")
            .Append(name)
            .Append("</a></span>");
    }

    private void AppendText(string text) => _html.Append(PlainText(text));

    private static string PlainText(string text) => $"<div class=\"dni-plaintext\"><pre>{Encode(text)}</pre></div>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

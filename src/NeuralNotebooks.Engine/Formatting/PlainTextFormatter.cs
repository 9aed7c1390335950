using System.Collections;

namespace NeuralNotebooks.Engine;

/// <summary>Formats a value as plain text in .NET Interactive's layout: <c>[ 1, 2 ]</c>, <c>( 1, a )</c>, one line for
/// each member.</summary>
internal sealed class PlainTextFormatter
{
    private readonly StringBuilder _text = new();
    private readonly Nesting _nesting = new();

    public string Text(object? value)
    {
        Append(Sequence.Unwrap(value), indent: 0, asItem: false);
        return _text.ToString();
    }

    /// <summary>A sequence of scalars on one line; long strings are truncated.</summary>
    public static string Line(IEnumerable items)
    {
        var sequence = Sequence.Of(items);
        string rest = !sequence.HasMore ? "" : sequence.Missing is null ? $" {sequence.Rest}" : $" ... {sequence.Rest}";
        return $"[ {string.Join(", ", sequence.Items.Select(Scalar.Summary))}{rest} ]";
    }

    /// <param name="asItem">Whether it is an item of a list, whose first member follows the hyphen.</param>
    private void Append(object? value, int indent, bool asItem)
    {
        if (Scalar.Text(value) is { } scalar)
            _text.Append(scalar);
        else if (value is Exception exception)
            _text.Append(ExceptionText.Full(exception));
        else if (!_nesting.TryEnter(value!))
            _text.Append(Scalar.Summary(value));
        else
        {
            switch (value)
            {
                case ITuple tuple:
                    AppendTuple(tuple, indent);
                    break;
                case Array { Rank: 2 } table:
                    _text
                        .Append("[ ")
                        .AppendJoin(", ", Sequence.Rows(table).Take(Sequence.MaxItems).Select(Line))
                        .Append(table.GetLength(0) > Sequence.MaxItems ? " ... ]" : " ]");
                    break;
                case var other when TypedRows.Of(other!) is { } rows:
                    _text.AppendJoin(
                        '\n', rows.Rows.Prepend(rows.Names).Select(Line).Concat(rows.Rest is { } rest ? [rest] : []));
                    break;
                case IEnumerable items when Sequence.OwnMembers(items).ToArray() is { Length: > 0 } own:
                    AppendMembers(items, own, indent, asItem);
                    break;
                case IEnumerable items:
                    AppendItems(items, indent);
                    break;
                case var other when MemberValue.Any(other!):
                    AppendMembers(other!, MemberValue.Of(other!), indent, asItem);
                    break;
                default:
                    _text.Append(TypeName.WithoutScriptClass(value!.ToString() ?? ""));
                    break;
            }
            _nesting.Leave();
        }
    }

    private void AppendTuple(ITuple tuple, int indent)
    {
        object?[] items = [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])];
        if (items.All(item => Scalar.Text(item) is not null))
        {
            _text.Append("( ").AppendJoin(", ", items.Select(Scalar.Text)).Append(" )");
            return;
        }
        for (int i = 0; i < items.Length; i++)
            AppendItem(items[i], indent, first: i == 0);
    }

    private void AppendItems(IEnumerable items, int indent)
    {
        if (Scalar.IsScalar(Sequence.ItemType(items.GetType())))
        {
            _text.Append(Line(items));
            return;
        }
        var sequence = Sequence.Of(items);
        _text.Append(TypeName.Short(items.GetType()));
        foreach (object? item in sequence.Items)
            AppendItem(item, indent, first: false);
        if (sequence.Rest is not null)
            _text.Append("\n  ").Append(' ', indent).Append(sequence.Rest);
    }

    private void AppendItem(object? item, int indent, bool first)
    {
        _text.Append(first ? "" : "\n").Append(' ', indent).Append("  - ");
        Append(Sequence.Unwrap(item), indent + 2, asItem: true);
    }

    private void AppendMembers(object value, IEnumerable<MemberValue> members, int indent, bool asItem)
    {
        bool first = asItem;
        if (!first)
            _text.Append(TypeName.Short(value.GetType()));
        int own = asItem ? indent + 2 : indent + 4;
        foreach (MemberValue member in members)
        {
            Begin(member.Name);
            Append(Sequence.Unwrap(member.Value), own, asItem: false);
        }
        if (value is IEnumerable items) // Not Append, which would detect a cycle.
        {
            Begin("(values)");
            AppendItems(items, own);
        }

        void Begin(string name)
        {
            if (!first)
                _text.Append('\n').Append(' ', own);
            first = false;
            _text.Append(name).Append(": ");
        }
    }
}

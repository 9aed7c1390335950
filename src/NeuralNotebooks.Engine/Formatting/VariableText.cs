using System.Collections;

namespace NeuralNotebooks.Engine;

/// <summary>Describes the value of a variable in one line: a number or a text itself, a collection by its number of
/// items.</summary>
/// <remarks>It never runs code of cells, which could take long or change something while no cell runs. So an object of
/// a type that a cell declares has no text, and only collections that hold their items themselves are read.</remarks>
internal static class VariableText
{
    private const int MaxLength = 120;

    public static string Of(object? value)
    {
        string text = value is null ? "null" : Line(value, value.GetType());
        return text.Length <= MaxLength ? text : text[..MaxLength] + "…";
    }

    private static string Line(object value, Type type)
    {
        if (value is Enum or Type or StringBuilder or Capture || Scalar.IsScalar(type))
            return Scalar.Summary(value);
        if (value is Array { Rank: > 1 } table)
            return string.Join('×', Enumerable.Range(0, table.Rank).Select(table.GetLength));
        if (value is Array || type is { IsVisible: true, Namespace: "System.Collections.Generic" })
            return value is ICollection items ? Items(items, type) : "";
        if (value is ITuple tuple)
            return $"( {string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i])))} )";
        return TypeName.IsOfCell(type) || TypeName.IsOfSystem(type) ? "" : OfLibrary(value, type);
    }

    private static string Items(ICollection items, Type type)
    {
        string count = ReadableNumber.Count(items.Count, "item");
        return Scalar.IsScalar(Sequence.ItemType(type)) ? $"{count}: {PlainTextFormatter.Line(items)}" : count;
    }

    private static string OfLibrary(object value, Type type)
    {
        try
        {
            string own = value.ToString() ?? "";
            return own == type.ToString() ? "" : own.Split('\n')[0].Trim();
        }
        catch (Exception e)
        {
            return ExceptionText.OneLine(e);
        }
    }
}

using System.Collections;
using System.ComponentModel;

namespace NeuralNotebooks.Engine;

/// <summary>The first rows of a table with named columns, such as a <c>DataTable</c> or a <c>DataView</c>.</summary>
internal sealed record TypedRows(string[] Names, IReadOnlyList<object?[]> Rows, string? Rest)
{
    /// <remarks>Only types of .NET are asked for their list, since a query of a database would run.</remarks>
    public static TypedRows? Of(object value)
    {
        object list = value is IListSource source && IsOfSystem(value.GetType()) ? source.GetList() : value;
        if (list is not ITypedList typed || list is not IEnumerable items)
            return null;
        PropertyDescriptor[] columns =
            [.. typed.GetItemProperties(null).Cast<PropertyDescriptor>().Take(Sequence.MaxItems)];
        var rows = Sequence.Of(items);
        return new(
            [.. columns.Select(column => column.DisplayName)],
            [.. rows.Items.Select(row => columns.Select(column => column.GetValue(row)).ToArray())],
            rows.Rest);
    }

    /// <summary>Whether a type or one of its bases, as that of a typed <c>DataTable</c>, belongs to .NET.</summary>
    private static bool IsOfSystem(Type type) =>
        TypeName.IsOfSystem(type) || (type.BaseType is { } parent && parent != typeof(object) && IsOfSystem(parent));
}

using System.Collections;
using System.ComponentModel;

namespace NeuralNotebooks.Engine;

/// <summary>The first rows of a table with named columns: a <c>DataTable</c>, a <c>DataView</c>, rows of them, or what
/// a data reader reads.</summary>
/// <remarks>Types of System.Data are found by their names, since the assembly is large and few notebooks use
/// it.</remarks>
internal sealed record TypedRows(string[] Names, IReadOnlyList<object?[]> Rows, string? Rest)
{
    private const string Data = "System.Data.";

    /// <summary>Whether a value may have rows. It is not read, since a data reader reads each row once.</summary>
    public static bool Has(object value)
    {
        Type type = value.GetType();
        return value is TypedRows or ITypedList || IsList(value) || IsRow(value) || IsRecord(value)
            || (value is IEnumerable && (IsOf(type, Data) || IsOf(Sequence.ItemType(type), Data)));
    }

    public static TypedRows? Of(object value)
    {
        if (value is TypedRows known || !Has(value))
            return value as TypedRows;
        object list = IsList(value) ? ((IListSource)value).GetList() : value;
        return list is IEnumerable items
            ? Of(Sequence.Of(items), (list as ITypedList)?.GetItemProperties(null))
            : Of(Sequence.Of(new[] { value }), columns: null);
    }

    private static TypedRows? Of(Sequence rows, PropertyDescriptorCollection? columns)
    {
        columns ??= (rows.Items.Count == 0 ? null : rows.Items[0]) switch
        {
            { } row when IsRow(row) && Get(row, "Table") is IListSource table =>
                (table.GetList() as ITypedList)?.GetItemProperties(null),
            ICustomTypeDescriptor record when IsRecord(record) => record.GetProperties(),
            _ => null,
        };
        if (columns is null)
            return null;
        PropertyDescriptor[] shown = [.. columns.Cast<PropertyDescriptor>().Take(Sequence.MaxItems)];
        return new(
            [.. shown.Select(column => column.DisplayName)],
            [.. rows.Items.Where(row => !IsDeleted(row)).Select(row => Values(row!, shown))],
            rows.Rest);
    }

    private static object?[] Values(object row, PropertyDescriptor[] columns) =>
        IsRow(row)
            ? [.. ((object?[])Get(row, "ItemArray")!).Take(columns.Length)]
            : [.. columns.Select(column => column.GetValue(row))];

    private static bool IsDeleted(object? row) =>
        row is null || (IsRow(row) && Get(row, "RowState")!.ToString() == "Deleted");

    private static object? Get(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row);

    /// <remarks>Only types of .NET are asked for their list, since a query of a database would run.</remarks>
    private static bool IsList(object value) => value is IListSource && IsOf(value.GetType(), "System.");

    private static bool IsRow(object value) => IsOf(value.GetType(), Data + "DataRow", isWhole: true);

    private static bool IsRecord(object value) => value is ICustomTypeDescriptor && IsOf(value.GetType(), Data);

    /// <summary>Whether the name of a type or of one of its bases, as that of a typed <c>DataTable</c>, begins with a
    /// text.</summary>
    private static bool IsOf(Type? type, string beginning, bool isWhole = false)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
            if (isWhole
                ? type.FullName == beginning : type.FullName?.StartsWith(beginning, StringComparison.Ordinal) == true)
                return true;
        return false;
    }
}

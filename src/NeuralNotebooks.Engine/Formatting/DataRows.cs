using System.Collections;
using System.Data;

namespace NeuralNotebooks.Engine;

/// <summary>The rows of a value of <c>System.Data</c>, as a table.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The first rows.</param>
/// <param name="Rest">As in <see cref="Sequence.Rest"/>.</param>
internal sealed record DataRows(string[] Columns, IReadOnlyList<object?[]> Rows, string? Rest)
{
    /// <summary>The rows of a table, a view, a list of rows, or a single row; the names and types of columns. Null for
    /// any other value.</summary>
    public static DataRows? Of(object value) => IsData(value) ? Read(value) : null;

    /// <summary>The tables of a data set with their names; null for any other value.</summary>
    public static (string[] Names, object[] Tables)? Set(object value) => IsData(value) ? ReadSet(value) : null;

    /// <summary>Whether a value or its items are of a type of System.Data. The runtime loads that assembly with the
    /// first method that uses it, so this one finds the types by name.</summary>
    private static bool IsData(object value)
    {
        for (Type? type = Sequence.ItemType(value.GetType()) ?? value.GetType(); type is not null; type = type.BaseType)
            if (type.Namespace == "System.Data")
                return true;
        return value.GetType().Namespace == "System.Data";
    }

    private static DataRows? Read(object value) =>
        value switch
        {
            DataTable table => OfRows(table.Columns, Sequence.Of(table.Rows)),
            DataView { Table: { } table } view => OfRows(table.Columns, Sequence.Of(view)),
            DataRow or DataRowView or DataColumn => OfItems(Sequence.Of(new[] { value })),
            IEnumerable items => OfItems(Sequence.Of(items)),
            _ => null,
        };

    /// <summary>A list whose items are all of one kind.</summary>
    private static DataRows? OfItems(Sequence list) =>
        list.Items switch
        {
            [DataColumn, ..] when list.Items.All(item => item is DataColumn) => OfColumns(list),
            [DataRow or DataRowView, ..] when list.Items.All(item => item is DataRow or DataRowView) =>
                OfRows(RowOf(list.Items[0]!).Table.Columns, list),
            _ => null,
        };

    private static DataRows OfColumns(Sequence list) =>
        new(
            ["column", "type"],
            [.. list.Items.Cast<DataColumn>().Select(column => new object?[] { column.ColumnName, column.DataType })],
            list.Rest
        );

    private static DataRows OfRows(DataColumnCollection columns, Sequence list)
    {
        string[] names = [.. columns.Cast<DataColumn>().Select(column => column.ColumnName)];
        return new(names, [.. list.Items.Select(item => Cells(RowOf(item!)))], list.Rest);

        object?[] Cells(DataRow row) =>
        [
            .. names.Select(name =>
                !row.Table.Columns.Contains(name) ? null
                // A deleted row still has the values from before.
                : row.RowState == DataRowState.Deleted ? row[name, DataRowVersion.Original]
                : row[name]),
        ];
    }

    private static DataRow RowOf(object item) => item as DataRow ?? ((DataRowView)item).Row;

    private static (string[], object[])? ReadSet(object value)
    {
        DataTable[]? tables = value switch
        {
            DataSet set => [.. set.Tables.Cast<DataTable>()],
            DataTableCollection all => [.. all.Cast<DataTable>()],
            _ => null,
        };
        return tables is null ? null : ([.. tables.Select(table => table.TableName)], tables);
    }
}

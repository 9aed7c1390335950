using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks.Engine;

/// <summary>Finds the first NaN or infinite entry of a number, an array, a list or a matrix.</summary>
internal static class NotFinite
{
    /// <summary>The maximal number of entries that are checked.</summary>
    private const int MaxEntries = 1_000_000;

    private delegate Span<T> Entries<T>();

    /// <summary>A description such as <c>NaN at [1, 0]</c>; null if all entries are finite.</summary>
    public static string? Find(object? value) => Among<double>(value) ?? Among<float>(value);

    private static string? Among<T>(object? value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        value switch
        {
            T number => First<T>([number], _ => ""),
            T[] array => First<T>(array, i => $" at [{i}]"),
            T[,] table => First<T>(Flat<T>(table), i => $" at [{i / table.GetLength(1)}, {i % table.GetLength(1)}]"),
            List<T> list => First<T>(CollectionsMarshal.AsSpan(list), i => $" at [{i}]"),
            null or string or Array => null,
            _ => OfMatrix<T>(value),
        };

    private static string? First<T>(ReadOnlySpan<T> entries, Func<int, string> index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        entries = entries[..Math.Min(entries.Length, MaxEntries)];
        int at = 0;
        // A finite number times zero is zero; for NaN and infinity the product is NaN.
        for (; at + Vector<T>.Count <= entries.Length; at += Vector<T>.Count)
            if (!Vector.EqualsAll(new Vector<T>(entries[at..]) * Vector<T>.Zero, Vector<T>.Zero))
                break;
        for (; at < entries.Length; at++)
            if (!T.IsFinite(entries[at]))
                return (T.IsNaN(entries[at]) ? "NaN" : T.IsNegative(entries[at]) ? "-∞" : "∞") + index(at);
        return null;
    }

    private static ReadOnlySpan<T> Flat<T>(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)),
            array.Length
        );

    /// <summary>Searches a matrix: any type with the properties Rows and Columns, an indexer [row, column] and a method
    /// AsSpan. Types that a cell declares are excluded.</summary>
    private static string? OfMatrix<T>(object value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Type type = value.GetType();
        if (
            type.GetMethod("AsSpan", BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes) is not { } span
            || span.ReturnType != typeof(Span<T>)
            || VariableText.IsOfCell(type)
            || type.GetProperty("Item", [typeof(int), typeof(int)]) is not { } entry
            || VariableText.Number(value, "Rows") is not { } rows
            || VariableText.Number(value, "Columns") is not { } columns
        )
            return null;
        // The index of the entry is that of column-major order if the indexer returns the entry there, otherwise that
        // of row-major order.
        return First<T>(span.CreateDelegate<Entries<T>>(value)(), i =>
            T.IsFinite((T)entry.GetValue(value, [i % rows, i / rows])!)
                ? $" at [{i / columns}, {i % columns}]"
                : $" at [{i % rows}, {i / rows}]");
    }
}

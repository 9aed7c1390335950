using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NeuralNotebooks.Engine;

/// <summary>The first entry of a number, an array, a list or a matrix that is NaN or infinite.</summary>
internal static class NotFinite
{
    /// <summary>How many entries are looked at.</summary>
    private const int MaxEntries = 1_000_000;

    private delegate Span<T> Entries<T>();

    /// <summary>Such as <c>NaN at [1, 0]</c>; null if there is none.</summary>
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
        // What is not finite is no longer zero when it is multiplied by zero.
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

    /// <summary>Of a library's type with Rows, Columns, an indexer of both and a span of its entries.</summary>
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
        // Stored column by column, or else row by row.
        return First<T>(span.CreateDelegate<Entries<T>>(value)(), i =>
            T.IsFinite((T)entry.GetValue(value, [i % rows, i / rows])!)
                ? $" at [{i / columns}, {i % columns}]"
                : $" at [{i % rows}, {i / rows}]");
    }
}

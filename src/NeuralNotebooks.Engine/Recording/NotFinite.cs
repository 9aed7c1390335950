using System.Globalization;
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
    public static string? Find(object? value) =>
        value switch
        {
            double or float => First<double>([Convert.ToDouble(value, CultureInfo.InvariantCulture)], _ => ""),
            Array array when value is double[] or double[,] => First(Flat<double>(array), i => Index(array, i)),
            Array array when value is float[] or float[,] => First(Flat<float>(array), i => Index(array, i)),
            List<double> list => First<double>(CollectionsMarshal.AsSpan(list), i => $" at [{i}]"),
            List<float> list => First<float>(CollectionsMarshal.AsSpan(list), i => $" at [{i}]"),
            null or string or Array => null,
            _ => OfMatrix(value),
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

    private static string Index(Array array, int i) =>
        array.Rank == 1 ? $" at [{i}]" : $" at [{i / array.GetLength(1)}, {i % array.GetLength(1)}]";

    /// <summary>Of a library's type with Rows, Columns, an indexer of both and a span of its entries.</summary>
    private static string? OfMatrix(object value)
    {
        Type type = value.GetType();
        if (
            VariableText.IsOfCell(type)
            || type.GetProperty("Item", [typeof(int), typeof(int)]) is not { } entry
            || type.GetMethod("AsSpan", BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes) is not { } span
            || VariableText.Number(value, "Rows") is not { } rows
            || VariableText.Number(value, "Columns") is not { } columns
        )
            return null;
        return span.ReturnType == typeof(Span<double>)
                ? First<double>(span.CreateDelegate<Entries<double>>(value)(), i => Place<double>(i, double.IsFinite))
            : span.ReturnType == typeof(Span<float>)
                ? First<float>(span.CreateDelegate<Entries<float>>(value)(), i => Place<float>(i, float.IsFinite))
            : null;

        // Stored column by column, or else row by row.
        string Place<T>(int i, Func<T, bool> isFinite) =>
            isFinite((T)entry.GetValue(value, [i % rows, i / rows])!)
                ? $" at [{i / columns}, {i % columns}]"
                : $" at [{i % rows}, {i / rows}]";
    }
}

using System.Collections;
using System.Numerics;

namespace NeuralNotebooks.Judge;

/// <summary>Converts a value that a probe returned to plain data, in the process that computed it. This may run code of
/// the student, such as property getters, within the time limit of the probe.</summary>
internal sealed class ValueReader
{
    private static readonly MethodInfo _readMatrix = typeof(ValueReader).GetMethod(
        nameof(ReadMatrix), BindingFlags.NonPublic | BindingFlags.Static)!;

    private int _count, _textLength;

    /// <summary>The value as plain data; <see cref="MissingValue"/> if it cannot be compared or is too large.</summary>
    public static ProbeValue Read(object? value)
    {
        try
        {
            return new ValueReader().Read(value, 0);
        }
        catch (UnreadableException e)
        {
            return e.Value;
        }
    }

    private ProbeValue Read(object? value, int depth)
    {
        CountPart(depth);
        return value switch
        {
            double or decimal => new NumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            float single => new NumberValue(single, IsSingle: true),
            Half half => new NumberValue((double)half, IsSingle: true),
            sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Int128 or UInt128
                or BigInteger => Integer((IFormattable)value),
            null => throw new UnreadableException(MissingReason.NotAValue, "null"),
            bool truth => new TruthValue(truth),
            string or char or Enum => Text(value.ToString()!),
            ITuple tuple => Tuple(tuple, depth),
            Array { Rank: > 1 } array => NestedLists(array, [], depth),
            _ when IsMatrix(value.GetType()) => Matrix(value),
            _ when IsRecord(value.GetType()) => Record(value, value.GetType(), depth),
            IEnumerable items => List(items, depth),
            _ => throw new UnreadableException(MissingReason.NotAValue, value is Delegate ? "a function" : null),
        };
    }

    private IntegerValue Integer(IFormattable integer)
    {
        const int BitsPerDigit = 3; // At least: one digit has log₂ 10 bits.
        if (integer is BigInteger big && big.GetBitLength() > BitsPerDigit * IntegerValue.MaxDigits)
            throw new UnreadableException(MissingReason.TooLarge, null);
        return new IntegerValue(Text(integer.ToString(null, CultureInfo.InvariantCulture)).Value);
    }

    private static bool IsMatrix(Type type) =>
        type is { IsGenericType: true, FullName: { } name }
        && name.StartsWith("NeuralNotebooks.Matrix`1", StringComparison.Ordinal);

    private MatrixValue Matrix(object matrix) =>
        (MatrixValue)
            _readMatrix.MakeGenericMethod(matrix.GetType().GetGenericArguments())
                .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [this, matrix], null)!;

    /// <summary>Reads a matrix by reflection, since the notebook may use another version of the kit than this
    /// program.</summary>
    private static MatrixValue ReadMatrix<T>(ValueReader reader, object matrix)
        where T : INumberBase<T>
    {
        Type type = matrix.GetType();
        int rows = (int)type.GetProperty("Rows")!.GetValue(matrix)!,
            columns = (int)type.GetProperty("Columns")!.GetValue(matrix)!;
        reader.Count((long)rows * columns);
        var entry = type.GetProperty("Item", [typeof(int), typeof(int)])!
            .GetMethod!.CreateDelegate<Func<int, int, T>>(matrix);
        double[] entries = new double[rows * columns];
        for (int column = 0; column < columns; column++)
            for (int row = 0; row < rows; row++)
                entries[row + column * rows] = double.CreateSaturating(entry(row, column));
        return new MatrixValue(rows, columns, entries, IsSingle: typeof(T) == typeof(float));
    }

    private ListValue Tuple(ITuple tuple, int depth) =>
        new([
            .. Enumerable.Range(0, Math.Clamp(tuple.Length, 0, ValueLimits.Count))
                .Select(i => Read(tuple[i], depth + 1)),
        ]);

    private ListValue List(IEnumerable items, int depth)
    {
        var read = new List<ProbeValue>();
        foreach (object? item in items)
            read.Add(Read(item, depth + 1));
        return new ListValue(read);
    }

    /// <summary>An array of several dimensions, read as lists of lists, so that its shape is compared.</summary>
    /// <param name="outer">The indices in the first dimensions. The list is that of the next dimension.</param>
    private ListValue NestedLists(Array array, int[] outer, int depth)
    {
        if (outer.Length > 0)
            CountPart(depth);
        var items = new List<ProbeValue>();
        for (int i = array.GetLowerBound(outer.Length); i <= array.GetUpperBound(outer.Length); i++)
        {
            int[] indices = [.. outer, i];
            items.Add(indices.Length == array.Rank
                ? Read(array.GetValue(indices), depth + 1) : NestedLists(array, indices, depth + 1));
        }
        return new ListValue(items);
    }

    private RecordValue Record(object record, Type type, int depth)
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;
        var read = new SortedDictionary<string, ProbeValue>(StringComparer.Ordinal);
        foreach (PropertyInfo property in type.GetProperties(Members)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0))
            read[property.Name] = Read(
                property.GetValue(record, BindingFlags.DoNotWrapExceptions, null, null, null), depth + 1);
        foreach (FieldInfo field in type.GetFields(Members))
            read[field.Name] = Read(field.GetValue(record), depth + 1);
        return new RecordValue(read);
    }

    /// <summary>Whether a type is a record or an anonymous type. The compiler adds a method that compares two objects
    /// of the type to each record.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod(nameof(Equals), [type])?.IsDefined(typeof(CompilerGeneratedAttribute)) == true
        || (type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType"));

    private TextValue Text(string text)
    {
        if ((_textLength += text.Length) > ValueLimits.Text || text.Length > ValueLimits.Text)
            throw new UnreadableException(MissingReason.TooLarge, null);
        return new TextValue(text);
    }

    private void CountPart(int depth)
    {
        Count(1);
        if (depth > ValueLimits.Depth)
            throw new UnreadableException(MissingReason.TooLarge, "nested too deeply");
    }

    private void Count(long count)
    {
        if (count > ValueLimits.Count || (_count += (int)count) > ValueLimits.Count)
            throw new UnreadableException(MissingReason.TooLarge, null);
    }

    private sealed class UnreadableException(MissingReason reason, string? detail) : Exception
    {
        public MissingValue Value { get; } = new(reason, detail);
    }
}

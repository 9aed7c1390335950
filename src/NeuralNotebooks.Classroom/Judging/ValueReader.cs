using System.Collections;
using System.Numerics;

namespace NeuralNotebooks.Classroom;

/// <summary>Converts a value that a probe returned to plain data, in the process that computed it. This may run code of
/// the student, such as property getters, within the time limit of the probe.</summary>
internal sealed class ValueReader
{
    private int _count, _text;

    private ValueReader()
    {
    }

    /// <summary>The value as plain data; <see cref="NoAnswer"/> if it cannot be compared or is too large.</summary>
    /// <exception cref="Exception">Code of the value's type threw an exception.</exception>
    public static Answer Read(object? value)
    {
        try
        {
            return new ValueReader().Read(value, 0);
        }
        catch (UnreadableException e)
        {
            return new NoAnswer(e.Reason, e.Detail);
        }
    }

    private Answer Read(object? value, int depth)
    {
        Count(1);
        if (depth > AnswerLimits.Depth)
            throw new UnreadableException(NoAnswerReason.TooLarge, "nested too deeply");
        switch (value)
        {
            case null:
                throw new UnreadableException(NoAnswerReason.NotAValue, "null");
            case bool truth:
                return new TruthAnswer(truth);
            case string text:
                return Text(text);
            case char character:
                return Text(character.ToString());
            case Enum named:
                return Text(named.ToString());
            case float single:
                return new NumberAnswer(single, IsSingle: true);
            case Half half:
                return new NumberAnswer((double)half, IsSingle: true);
            case BigInteger big:
                return new NumberAnswer((double)big);
            case Int128 wide:
                return new NumberAnswer((double)wide);
            case UInt128 wide:
                return new NumberAnswer((double)wide);
            case nint or nuint:
                return new NumberAnswer(value is nint signed ? signed : (nuint)value);
            case double or decimal or sbyte or byte or short or ushort or int or uint or long or ulong:
                return new NumberAnswer(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
            case ITuple tuple:
                return new ListAnswer([
                    .. Enumerable
                        .Range(0, Math.Clamp(tuple.Length, 0, AnswerLimits.Count))
                        .Select(i => Read(tuple[i], depth + 1)),
                ]);
            case Array { Rank: 2 } table:
                return Table(table, depth);
        }
        Type type = value.GetType();
        if (
            type is { IsGenericType: true, FullName: { } name }
            && name.StartsWith("NeuralNotebooks.Matrix`1", StringComparison.Ordinal)
        )
            return (Answer)
                _readMatrix
                    .MakeGenericMethod(type.GetGenericArguments())
                    .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [this, value], null)!;
        if (IsRecord(type))
            return Record(value, type, depth);
        if (value is IEnumerable items)
            return List(items, depth);
        throw new UnreadableException(
            NoAnswerReason.NotAValue,
            type.IsAssignableTo(typeof(Delegate)) ? "a function" : null
        );
    }

    private static readonly MethodInfo _readMatrix = typeof(ValueReader).GetMethod(
        nameof(Matrix),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    /// <summary>Reads a matrix by reflection, since the notebook may use another version of the kit than this
    /// program.</summary>
    private static MatrixAnswer Matrix<T>(ValueReader reader, object matrix)
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
        return new MatrixAnswer(rows, columns, entries, IsSingle: typeof(T) == typeof(float));
    }

    private ListAnswer List(IEnumerable items, int depth)
    {
        var read = new List<Answer>();
        foreach (object? item in items)
            read.Add(Read(item, depth + 1));
        return new ListAnswer(read);
    }

    private ListAnswer Table(Array table, int depth)
    {
        Count((long)table.GetLength(0) * table.GetLength(1));
        var rows = new List<Answer>();
        for (int i = table.GetLowerBound(0); i <= table.GetUpperBound(0); i++)
        {
            var row = new List<Answer>();
            for (int j = table.GetLowerBound(1); j <= table.GetUpperBound(1); j++)
                row.Add(Read(table.GetValue(i, j), depth + 2));
            rows.Add(new ListAnswer(row));
        }
        return new ListAnswer(rows);
    }

    private RecordAnswer Record(object record, Type type, int depth)
    {
        const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance;
        var read = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        foreach (
            PropertyInfo property in type.GetProperties(Members)
                .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
        )
            read[property.Name] = Read(
                property.GetValue(record, BindingFlags.DoNotWrapExceptions, null, null, null),
                depth + 1
            );
        foreach (FieldInfo field in type.GetFields(Members))
            read[field.Name] = Read(field.GetValue(record), depth + 1);
        return new RecordAnswer(read);
    }

    /// <summary>Whether a type is a record or an anonymous type. The compiler adds the method PrintMembers to each
    /// record.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            is not null
        || (
            type.IsDefined(typeof(CompilerGeneratedAttribute))
            && type.Name.Contains("AnonymousType")
        );

    private TextAnswer Text(string text)
    {
        if ((_text += text.Length) > AnswerLimits.Text || text.Length > AnswerLimits.Text)
            throw new UnreadableException(NoAnswerReason.TooLarge, null);
        return new TextAnswer(text);
    }

    private void Count(long count)
    {
        if (count > AnswerLimits.Count || (_count += (int)count) > AnswerLimits.Count)
            throw new UnreadableException(NoAnswerReason.TooLarge, null);
    }

    private sealed class UnreadableException(NoAnswerReason reason, string? detail) : Exception
    {
        public NoAnswerReason Reason { get; } = reason;

        public string? Detail { get; } = detail;
    }
}

using System.Numerics;

namespace NeuralNotebooks.Messages;

/// <summary>The value of a probe, which is a hidden test, as plain data, or the reason why there is no value.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "is",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(NumberValue), "number")]
[JsonDerivedType(typeof(IntegerValue), "integer")]
[JsonDerivedType(typeof(TruthValue), "truth")]
[JsonDerivedType(typeof(TextValue), "text")]
[JsonDerivedType(typeof(ListValue), "list")]
[JsonDerivedType(typeof(MatrixValue), "matrix")]
[JsonDerivedType(typeof(RecordValue), "record")]
[JsonDerivedType(typeof(MissingValue), "none")]
internal abstract record ProbeValue;

internal abstract record NumericValue : ProbeValue
{
    /// <summary>The number, rounded to a <see cref="double"/>.</summary>
    internal abstract double Rounded { get; }

    /// <summary>The number if it is an integer; null if it is not.</summary>
    internal abstract BigInteger? Exact { get; }

    /// <summary>How much larger the number is than another. The difference of two integers is exact before it is
    /// rounded.</summary>
    public double Minus(NumericValue other) =>
        (Exact, other.Exact) is ({ } mine, { } its) ? (double)(mine - its) : Rounded - other.Rounded;
}

/// <summary>A number of a type that has fractions.</summary>
/// <param name="IsSingle">Whether it is a <see cref="float"/>, for which the tolerance is wider.</param>
internal sealed record NumberValue(double Value, bool IsSingle = false) : NumericValue
{
    internal override double Rounded => Value;

    internal override BigInteger? Exact => double.IsInteger(Value) ? new BigInteger(Value) : null;
}

/// <summary>A number of an integer type.</summary>
/// <param name="Digits">Its decimal digits, with a minus sign if it is negative.</param>
internal sealed partial record IntegerValue(string Digits) : NumericValue
{
    /// <summary>The most digits, so that a received number is parsed in a short time.</summary>
    public const int MaxDigits = 20_000;

    internal override double Rounded => double.Parse(Digits, CultureInfo.InvariantCulture);

    internal override BigInteger? Exact => BigInteger.Parse(Digits, CultureInfo.InvariantCulture);

    /// <summary>Whether the digits are those of a number, and not too many.</summary>
    internal bool IsValid => Digits.Length <= MaxDigits && Form().IsMatch(Digits);

    [GeneratedRegex(@"^-?[0-9]+\z")]
    private static partial Regex Form();
}

internal sealed record TruthValue(bool Value) : ProbeValue;

/// <summary>A string, a character or an enum's name.</summary>
internal sealed record TextValue(string Value) : ProbeValue;

/// <summary>An array, a list, or a tuple, which is compared by position.</summary>
internal sealed record ListValue(IReadOnlyList<ProbeValue> Items) : ProbeValue;

internal sealed record MatrixValue(int Rows, int Columns, IReadOnlyList<double> Entries, bool IsSingle = false)
    : ProbeValue;

/// <summary>A record, compared by the names of its members.</summary>
internal sealed record RecordValue(IReadOnlyDictionary<string, ProbeValue> Members) : ProbeValue;

/// <param name="Detail">The type of the exception, the compiler's error id, or another detail of the reason.</param>
/// <param name="Line">The line of the task's cell where it happened, if known.</param>
internal sealed record MissingValue(MissingReason Reason, string? Detail = null, int? Line = null) : ProbeValue
{
    // Details of DoesNotCompile that are no error ids. Teachers read them, and stored grades have them.
    public const string TooComplex = "limit", ShadowedName = "hidden";
}

internal enum MissingReason
{
    Threw,

    /// <summary>The task's cell does not compile, or the probe does not compile with it.</summary>
    DoesNotCompile,

    /// <summary>A cell of the source above the task does not compile.</summary>
    SourceFailed,

    /// <summary>The task's cell threw an exception when it ran, so the probe could not be evaluated.</summary>
    CellFailed,

    TimeLimit,

    MemoryLimit,

    /// <summary>The process ended, or its reply could not be parsed.</summary>
    ProcessEnded,

    /// <summary>The value cannot be compared: it is null or a function, for example.</summary>
    NotAValue,

    /// <summary>The value has too many parts, or is nested too deeply.</summary>
    TooLarge,

    /// <summary>The answer uses a type or member that answers may not use.</summary>
    Forbidden,

    /// <summary>The submission has no cell for the task, or its cell is still the unchanged stub.</summary>
    NotAnswered,
}

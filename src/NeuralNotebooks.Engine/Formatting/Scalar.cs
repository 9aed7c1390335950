using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Encodings.Web;

namespace NeuralNotebooks.Engine;

internal static class Scalar
{
    /// <summary>The format of points in time: <c>Z</c> only for UTC, the offset if there is one, and neither for a time
    /// of no particular zone.</summary>
    private const string Moment = "yyyy-MM-dd HH:mm:ss.FFFFFFFK";

    /// <summary>Whether all values of a declared type are scalars, so that a sequence of them fits on a line.</summary>
    public static bool IsScalar(Type? type)
    {
        if (type is null)
            return false;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive
            || type == typeof(string)
            || (type.IsValueType && typeof(IFormattable).IsAssignableFrom(type) && IsOfFramework(type));
    }

    public static string? Text(object? value) =>
        value switch
        {
            null => "<null>",
            string text => text,
            DateTime time => time.ToString(Moment, CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString(Moment, CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
            DBNull => "<null>",
            Enum name => name.ToString(),
            Type type => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
                ? "(anonymous)"
                : TypeName.Full(type),
            bool or char => value.ToString(),
            ReadOnlyMemory<char> memory => memory.ToString(),
            MemberValue.Failure => value.ToString(),
            _ when IsJson(value) => JsonSerializer.Serialize(JsonOf(value), _indentedJson),
            MemberInfo or Assembly or Module or Delegate => TypeName.WithoutScriptClass(value.ToString() ?? ""),
            IFormattable number when IsScalar(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
            _ when IsAsynchronousSequence(value) =>
                $"{TypeName.Short(value.GetType())}: an asynchronous sequence. Read it with  await foreach.",
            _ => null,
        };

    /// <summary>The text of a value on one line, truncated if it is too long. Of values that can be very large, only
    /// the part that is shown is converted to text.</summary>
    public static string Summary(object? value)
    {
        const int longest = 300;
        string text;
        try
        {
            text = Large(value) ?? Text(value)
                ?? (IsDeepRecord(value!) ? TypeName.Short(value!.GetType()) : null)
                ?? (value is Exception e ? ExceptionText.OneLine(e) : Named(value!));
        }
        catch (Exception e) when (!CellStoppedException.IsCauseOf(e))
        {
            text = ExceptionText.OneLine(e);
        }
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        text = trimmed[..Math.Min(trimmed.Length, longest + 1)].ToString().Replace("\r", "\\r").Replace("\n", "\\n");
        return text.Length <= longest ? text : text[..longest] + "...";
    }

    private static string Named(object value)
    {
        string text = value.ToString() ?? "";
        return value is System.Collections.IEnumerable items && text == value.GetType().ToString()
            ? Sequence.Description(items) : TypeName.WithoutScriptClass(text);
    }

    /// <summary>Whether a record has a compiler-generated <c>ToString</c> that would print deeply nested records. If
    /// one of these contains the record itself, <c>ToString</c> would recurse without end.</summary>
    private static bool IsDeepRecord(object value, int level = 0)
    {
        const int deepest = 10;
        return value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes) is { } own
            && own.IsDefined(typeof(CompilerGeneratedAttribute))
            && (level == deepest
                || MemberValue.Of(value).Any(member => member.Value is { } part && IsDeepRecord(part, level + 1)));
    }

    /// <summary>The beginning of a long text, or the magnitude of a large number, since computing all its digits takes
    /// quadratic time; null for any other value.</summary>
    private static string? Large(object? value)
    {
        const int mostBits = 1_000, beginning = 1_000;
        return value switch
        {
            BigInteger number when number.GetBitLength() > mostBits =>
                $"{(number.Sign < 0 ? "about -10^" : "about 10^")}"
                    + Invariant($"{Math.Floor(BigInteger.Log10(BigInteger.Abs(number)))}"),
            StringBuilder text => text.ToString(0, Math.Min(text.Length, beginning)),
            ReadOnlyMemory<char> text => text[..Math.Min(text.Length, beginning)].ToString(),
            Capture match => match.ValueSpan[..Math.Min(match.Length, beginning)].ToString(),
            not null when IsJson(value) => JsonSerializer.Serialize(JsonOf(value), _json),
            _ => null,
        };
    }

    public static bool IsJson([NotNullWhen(true)] object? value) => value is JsonNode or JsonElement or JsonDocument;

    public static JsonElement JsonOf(object value) => value switch
    {
        JsonElement element => element,
        JsonDocument document => document.RootElement,
        _ => JsonSerializer.SerializeToElement((JsonNode)value),
    };

    /// <summary>Without escapes for HTML, since a page encodes the text.</summary>
    private static readonly JsonSerializerOptions _json =
            new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping },
        _indentedJson = new(_json) { WriteIndented = true };

    private static bool IsOfFramework(Type type) => type.Namespace is "System" or "System.Numerics" or "System.Text";

    private static bool IsAsynchronousSequence(object value) =>
        value is not System.Collections.IEnumerable
        && Sequence.Interface(value.GetType(), typeof(IAsyncEnumerable<>)) is not null;
}

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>Values that are shown as one piece of text, not member by member.</summary>
internal static class Scalar
{
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

    /// <summary>The text of a scalar; null for a value that has parts.</summary>
    public static string? Text(object? value) =>
        value switch
        {
            null => "<null>",
            string text => text,
            DateTime time => time.ToString("u", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString("u", CultureInfo.InvariantCulture),
            Enum name => name.ToString(),
            Type type => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
                ? "(anonymous)"
                : TypeName.Full(type),
            bool or char => value.ToString(),
            ReadOnlyMemory<char> memory => memory.ToString(),
            MemberValue.Failure => value.ToString(),
            JsonNode or JsonElement or JsonDocument => Json(value),
            MemberInfo or Assembly or Module or Delegate => TypeName.WithoutSubmission(value.ToString() ?? ""),
            IFormattable number when IsScalar(value.GetType()) => number.ToString(null, CultureInfo.InvariantCulture),
            _ when IsAsynchronousSequence(value) =>
                $"{TypeName.Short(value.GetType())}: an asynchronous sequence. Read it with  await foreach.",
            _ => null,
        };

    /// <summary>A value's own text on one line, cut off if it is too long.</summary>
    public static string Summary(object? value)
    {
        const int longest = 300;
        string text;
        try
        {
            text =
                Text(value)
                ?? (
                    value is Exception e
                        ? ExceptionText.OneLine(e)
                        : TypeName.WithoutSubmission(value!.ToString() ?? "")
                );
        }
        catch (Exception e) when (!CellStoppedException.IsCauseOf(e))
        {
            text = ExceptionText.OneLine(e);
        }
        text = text.Trim()
            .Replace("\r", "\\r")
            .Replace("\n", "\\n");
        return text.Length <= longest ? text : text[..longest] + "...";
    }

    private static string Json(object value)
        => JsonSerializer.Serialize(value is JsonDocument document ? document.RootElement : value, IndentedJson);

    private static JsonSerializerOptions IndentedJson { get; } = new() { WriteIndented = true };

    private static bool IsOfFramework(Type type) => type.Namespace is "System" or "System.Numerics" or "System.Text";

    private static bool IsAsynchronousSequence(object value) =>
        value is not System.Collections.IEnumerable
        && Sequence.Interface(value.GetType(), typeof(IAsyncEnumerable<>)) is not null;
}

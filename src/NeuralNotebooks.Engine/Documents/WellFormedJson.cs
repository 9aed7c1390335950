using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>JSON from other programs may contain unpaired surrogates and malformed UTF-8.</summary>
/// <remarks>System.Text.Json accepts them when it parses, and throws only when such a string is read, wherever that
/// is.</remarks>
public static class WellFormedJson
{
    private const int EscapeLength = 6;

    /// <summary>Parses UTF-8, with U+FFFD (the replacement character) for whatever a string cannot hold.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8, JsonDocumentOptions options = default)
        => JsonNode.Parse(Repair(Encoding.UTF8.GetString(utf8)), documentOptions: options);

    /// <summary>The index of the first unpaired surrogate, escaped or not; −1 if there is none.</summary>
    public static int IndexOfUnpairedSurrogate(string json) => IndexOfUnpairedSurrogate(json, 0, out _);

    /// <summary>The text with U+FFFD for each unpaired surrogate; the same text if there is none.</summary>
    public static string Repair(string json)
    {
        StringBuilder? repaired = null;
        int copied = 0;
        while (IndexOfUnpairedSurrogate(json, copied, out int length) is >= 0 and var index)
        {
            (repaired ??= new StringBuilder(json.Length)).Append(json, copied, index - copied).Append('\uFFFD');
            copied = index + length;
        }
        return repaired is null ? json : repaired.Append(json, copied, json.Length - copied).ToString();
    }

    private static int IndexOfUnpairedSurrogate(string json, int start, out int length)
    {
        for (int i = start; i < json.Length; i += length)
        {
            length = UnitAt(json, i, out char unit);
            if (!char.IsSurrogate(unit))
                continue;
            // A pair with only one half escaped does not count as a pair.
            if (
                i + length == json.Length
                || UnitAt(json, i + length, out char second) != length
                || !char.IsSurrogatePair(unit, second)
            )
                return i;
            length *= 2;
        }
        length = 0;
        return -1;
    }

    /// <summary>The UTF-16 unit at an index and the length of its spelling: 6 for <c>\uXXXX</c>, 2 for another escape,
    /// 1 for a plain character.</summary>
    private static int UnitAt(string json, int index, out char unit)
    {
        unit = json[index];
        if (unit != '\\' || index + 1 == json.Length)
            return 1;
        unit = '\0';
        if (
            json[index + 1] != 'u'
            || index + EscapeLength > json.Length
            || !ushort.TryParse(
                json.AsSpan(index + 2, EscapeLength - 2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out ushort code
            )
        )
        {
            return 2;
        }
        unit = (char)code;
        return EscapeLength;
    }
}

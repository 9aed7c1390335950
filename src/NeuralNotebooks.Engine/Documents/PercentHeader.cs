using System.Text.Encodings.Web;

namespace NeuralNotebooks.Engine;

/// <summary>The line that begins a cell of a <c>.cs</c> notebook:
/// <c>// %% NAME [TYPE] KEY=VALUE …</c>.</summary>
/// <param name="Name">The name; empty if the cell has none.</param>
/// <param name="Type"><c>markdown</c> or <c>raw</c>; empty for code.</param>
/// <param name="Attributes">The cell's metadata, such as its tags. A value is JSON or a word.</param>
internal sealed partial record PercentHeader(string Name, string Type, JsonObject Attributes)
{
    private static readonly JsonSerializerOptions _oneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = NotebookReader.Options.MaxDepth,
    };

    /// <summary>The attribute with the language of a cell whose text is in comments.</summary>
    public const string Language = "language";

    public static PercentHeader Empty => new("", "", []);

    public bool IsComments => Type.Length > 0 || Attributes.ContainsKey(Language);

    /// <exception cref="FormatException">An attribute has no value that can be read.</exception>
    public static PercentHeader Parse(string text)
    {
        int equals = text.IndexOf('=');
        int attributes = equals < 0 ? text.Length : text[..equals].TrimEnd().LastIndexOfAny([' ', '\t']) + 1;
        Match before = NameAndType().Match(text[..attributes].Trim());
        string type = before.Groups["type"].Value;
        return new(before.Groups["name"].Value, type == "md" ? "markdown" : type, ParseAttributes(text[attributes..]));
    }

    public static bool IsKey(string name) => Key().Match(name + "=") is { Success: true, Length: var length }
        && length == name.Length + 1;

    public override string ToString()
    {
        string[] parts =
        [
            "// %%", Name, Type.Length == 0 ? "" : $"[{Type}]",
            .. Attributes.Select(one => $"{one.Key}={one.Value?.ToJsonString(_oneLine) ?? "null"}"),
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static JsonObject ParseAttributes(string text)
    {
        var attributes = new JsonObject();
        for (string rest = text.Trim(); rest.Length > 0; rest = rest.TrimStart())
        {
            Match key = Key().Match(rest);
            if (!key.Success)
                throw new FormatException($"{rest} is not an attribute KEY=VALUE");
            rest = rest[key.Length..];
            string name = key.Groups["key"].Value;
            if (!attributes.TryAdd(name, ParseValue(name, ref rest)))
                throw new FormatException($"it has {name} twice");
        }
        return attributes;
    }

    /// <summary>Reads the value at the beginning of a text: JSON, or a word without quotes.</summary>
    private static JsonNode? ParseValue(string name, ref string text)
    {
        string word = Word().Match(text).Value;
        if (word.Length > 0 && !JsonWord().IsMatch(word))
        {
            text = text[word.Length..];
            return word;
        }
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(
                utf8, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = NotebookReader.Options.MaxDepth });
            reader.Read();
            reader.Skip();
            text = Encoding.UTF8.GetString(utf8[(int)reader.BytesConsumed..]);
            return WellFormedJson.Parse(utf8[..(int)reader.BytesConsumed]);
        }
        catch (JsonException e)
        {
            throw new FormatException($"the value of {name} is neither JSON nor a word", e);
        }
    }

    [GeneratedRegex(@"^(?<name>.*?)\s*(\[(?<type>markdown|md|raw)\])?$")]
    private static partial Regex NameAndType();

    [GeneratedRegex(@"\G(?<key>[A-Za-z0-9_.-]+)\s*=\s*")]
    private static partial Regex Key();

    [GeneratedRegex(@"\G[^\s""'\[\]{}]+(?!\S)")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(true|false|null|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$")]
    private static partial Regex JsonWord();
}

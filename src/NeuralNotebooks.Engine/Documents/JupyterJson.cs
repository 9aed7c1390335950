using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>JSON in the layout in which Jupyter writes notebooks, so that saving in either gives no
/// difference.</summary>
/// <remarks>
/// That layout is Python's <c>json.dumps(…, indent=1, ensure_ascii=False)</c>: .NET's own encoders escape emoji,
/// U+007F, U+00A0 and U+2028, and write the escape character with a capital digit.
/// </remarks>
internal static class JupyterJson
{
    /// <summary>Deeper than what is read, so that a notebook that was read can be written.</summary>
    private const int MaxDepth = 1024;

    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = new PythonEncoder(),
        MaxDepth = MaxDepth,
    };

    public static string Write(JsonNode node) => node.ToJsonString(_layout) + "\n";

    /// <summary>Escapes control characters, quotation marks and backslashes, and nothing else.</summary>
    private sealed unsafe class PythonEncoder : JavaScriptEncoder
    {
        /// <summary>What is escaped, and surrogates, of which those without a partner are replaced.</summary>
        private static readonly SearchValues<char> _special = SearchValues.Create([
            .. Enumerable
                .Range(0, char.MaxValue + 1)
                .Select(c => (char)c)
                .Where(c => IsEscaped(c) || char.IsSurrogate(c)),
        ]);

        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override bool WillEncode(int unicodeScalar) => IsEscaped(unicodeScalar);

        public override int FindFirstCharacterToEncode(char* text, int textLength) =>
            new ReadOnlySpan<char>(text, textLength).IndexOfAny(_special);

        public override bool TryEncodeUnicodeScalar(
            int unicodeScalar,
            char* buffer,
            int bufferLength,
            out int numberOfCharactersWritten
        )
        {
            string escaped = unicodeScalar switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                '\uFFFD' => "\uFFFD",
                _ => Invariant($"\\u{unicodeScalar:x4}"),
            };
            numberOfCharactersWritten = escaped.Length;
            return escaped.TryCopyTo(new Span<char>(buffer, bufferLength));
        }

        private static bool IsEscaped(int character) => character is < ' ' or '"' or '\\';
    }
}

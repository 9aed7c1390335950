using System.Buffers;
using System.Text.Encodings.Web;

namespace NeuralNotebooks.Engine;

/// <summary>Writes JSON in Jupyter's layout, so that a file saved here and in Jupyter is the same.</summary>
/// <remarks>That layout is Python's <c>json.dumps(…, indent=1, ensure_ascii=False)</c>: .NET's own encoders escape
/// emoji, U+007F, U+00A0 and U+2028, and write U+001B as <c>\u001B</c>, Python as <c>\u001b</c>.</remarks>
public static class JupyterJson
{
    /// <summary>Larger than the depth allowed when reading, so that every notebook can be written.</summary>
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

    private sealed unsafe class PythonEncoder : JavaScriptEncoder
    {
        /// <summary>The characters to escape, and surrogates, since an unpaired surrogate is replaced.</summary>
        private static readonly SearchValues<char> _special = SearchValues.Create([
            .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
                .Where(c => IsEscaped(c) || char.IsSurrogate(c)),
        ]);

        public override int MaxOutputCharactersPerInputCharacter => 6;

        public override bool WillEncode(int unicodeScalar) => IsEscaped(unicodeScalar);

        public override int FindFirstCharacterToEncode(char* text, int textLength) =>
            new ReadOnlySpan<char>(text, textLength).IndexOfAny(_special);

        public override bool TryEncodeUnicodeScalar(
            int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
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

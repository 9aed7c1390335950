namespace NeuralNotebooks.Site;

/// <summary>A piece of code as a block of HTML.</summary>
internal static class CodeMarkup
{
    public static string Of(string code, string language)
    {
        code = code.ReplaceLineEndings("\n").TrimEnd('\n');
        bool csharp = language.Trim().ToUpperInvariant() is "CSHARP" or "C#" or "CS";
        return $"""<pre class="code"><code>{(csharp ? CSharpHighlighter.Highlight(code) : Html.Escape(code))}</code></pre>""";
    }
}

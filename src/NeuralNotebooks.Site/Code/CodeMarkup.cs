namespace NeuralNotebooks.Site;

/// <summary>A piece of code as a block of HTML.</summary>
internal static class CodeMarkup
{
    public static bool IsCSharp(string language) => language.Trim().ToUpperInvariant() is "CSHARP" or "C#" or "CS";

    public static string Of(string code, string language)
    {
        code = code.ReplaceLineEndings("\n").TrimEnd('\n');
        return $"""<pre class="code"><code>{(IsCSharp(language) ? CSharpHighlighter.Highlight(code) : Html.Escape(code))}</code></pre>""";
    }
}

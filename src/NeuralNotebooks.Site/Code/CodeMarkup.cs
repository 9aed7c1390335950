namespace NeuralNotebooks.Site;

/// <summary>Renders a piece of code as a block of HTML.</summary>
internal static class CodeMarkup
{
    public static bool IsCSharp(string language) => language.Trim().ToUpperInvariant() is "CSHARP" or "C#" or "CS";

    public static string Of(string code, string language, PageScope scope)
    {
        code = code.ReplaceLineEndings("\n").TrimEnd('\n');
        string? coloured = IsCSharp(language)
            ? scope.Report.Try("code cannot be highlighted", () => CSharpHighlighter.Highlight(code))
            : null;
        return $"""<pre class="code"><code>{coloured ?? Html.Escape(code)}</code></pre>""";
    }
}

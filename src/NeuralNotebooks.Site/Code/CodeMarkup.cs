namespace NeuralNotebooks.Site;

/// <summary>Renders a piece of code as a block of HTML.</summary>
internal static class CodeMarkup
{
    /// <summary>Whether the code of a fenced block in Markdown is C#. The language of a cell is another question, which
    /// <see cref="NotebookLanguage"/> answers: <c>cs</c> is usual only for fenced blocks.</summary>
    /// <param name="language">The word after the fence.</param>
    public static bool IsCSharpFence(string language) =>
        language.Trim().ToUpperInvariant() is "CSHARP" or "C#" or "CS";

    /// <summary>Renders a piece of code; C# is highlighted.</summary>
    public static string Of(string code, bool isCSharp, PageScope scope)
    {
        code = code.ReplaceLineEndings("\n").TrimEnd('\n');
        string? coloured = isCSharp
            ? scope.Report.Try("code cannot be highlighted", () => CSharpHighlighter.Highlight(code))
            : null;
        return $"""<pre class="code"><code>{coloured ?? Html.Escape(code)}</code></pre>""";
    }
}

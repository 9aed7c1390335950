namespace NeuralNotebooks.Site;

/// <summary>Renders a piece of code as a block of HTML. The script <c>csharp.js</c> of the page colours C#.</summary>
internal static class CodeMarkup
{
    /// <summary>Whether the code of a fenced block in Markdown is C#. The language of a cell is another question, which
    /// <see cref="NotebookLanguage"/> answers: <c>cs</c> is usual only for fenced blocks.</summary>
    /// <param name="language">The word after the fence.</param>
    public static bool IsCSharpFence(string language) => language.Trim().ToUpperInvariant() is "CSHARP" or "C#" or "CS";

    /// <summary>Renders a piece of code.</summary>
    public static string Of(string code, bool isCSharp)
    {
        code = Html.Escape(code.ReplaceLineEndings("\n").TrimEnd('\n'));
        string kind = isCSharp ? " class=\"language-csharp\"" : "";
        return $"<pre class=\"code\"><code{kind}>{code}</code></pre>";
    }
}

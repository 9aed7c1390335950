namespace NeuralNotebooks.Site;

/// <summary>Renders a piece of code as a block of HTML. The script <c>csharp.js</c> of the page colours C#.</summary>
internal static class CodeMarkup
{
    public static string Of(string code, bool isCSharp)
    {
        code = Html.Escape(code.ReplaceLineEndings("\n").TrimEnd('\n'));
        string kind = isCSharp ? " class=\"language-csharp\"" : "";
        return $"<pre class=\"code\"><code{kind}>{code}</code></pre>";
    }
}

namespace NeuralNotebooks.Site;

/// <summary>Renders a piece of code as a block of HTML. The script <c>csharp.js</c> of the page colours C#.</summary>
internal static class CodeMarkup
{
    public static Html Of(string code, bool isCSharp)
    {
        Html kind = Html.If(isCSharp, $" class=\"language-csharp\"");
        return $"<pre class=\"code\"><code{kind}>{code.ReplaceLineEndings("\n").TrimEnd('\n')}</code></pre>";
    }
}

namespace NeuralNotebooks.Site;

internal static class CodeMarkup
{
    public static Html Of(string code, bool isCSharp)
    {
        Html kind = Html.If(isCSharp, $" class=\"language-csharp\"");
        return $"<pre class=\"code\"><code{kind}>{code.ReplaceLineEndings("\n").TrimEnd('\n')}</code></pre>";
    }
}

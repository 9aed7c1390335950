namespace NeuralNotebooks.Engine;

internal static class CodeStrings
{
    /// <summary>The strings in a cell's code, the parts of interpolated strings, and the arguments of directives such
    /// as <c>#!import</c>; none if the code is too long or too deeply nested for the compiler.</summary>
    public static IEnumerable<string> In(string text)
    {
        string code = Directive.WithoutOtherLanguages(text);
        if (CodeLimits.Check(code) is not null)
            return [];
        return ScriptSyntax.Parse(code).GetRoot().DescendantTokens()
            .Where(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax)
            .Select(token => token.Value).OfType<string>()
            .Union(Directive.FindAll(text).Values.Select(directive => directive.Argument));
    }
}

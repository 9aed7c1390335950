using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Judge;

internal static class CellSyntax
{
    /// <summary>The syntax of a cell; the syntax of an empty cell if the code exceeds limits beyond which the parser
    /// could crash.</summary>
    public static CompilationUnitSyntax Parse(string code)
        => (CompilationUnitSyntax)ScriptSyntax.Parse(CodeLimits.Check(code) is null ? code : "").GetRoot();

    public static void Blank(char[] text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
            if (text[i] is not '\n')
                text[i] = ' ';
    }
}

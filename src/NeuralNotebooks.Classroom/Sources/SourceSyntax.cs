using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Classroom;

/// <summary>Code of an assignment's source. That of students is parsed in the sandbox only.</summary>
internal static class SourceSyntax
{
    /// <summary>The syntax of a cell; that of an empty one if the parser might not survive it.</summary>
    public static CompilationUnitSyntax Parse(string code)
        => (CompilationUnitSyntax)ScriptSyntax.Parse(CodeLimits.Check(code) is null ? code : "").GetRoot();

    /// <summary>Blanks a part of a text; the lines of the others stay the same.</summary>
    public static void Blank(char[] text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
            if (text[i] is not '\n')
                text[i] = ' ';
    }
}

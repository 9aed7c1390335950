using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Judge;

internal static class CellSyntax
{
    /// <summary>The syntax of a cell; the syntax of an empty cell if the code exceeds limits beyond which the parser
    /// could crash.</summary>
    public static CompilationUnitSyntax Parse(string code)
        => (CompilationUnitSyntax)ScriptSyntax.Parse(CodeLimits.Check(code) is null ? code : "").GetRoot();

    /// <summary>Replaces some of a cell's members by spaces, so that the line numbers of the others stay the
    /// same.</summary>
    public static string Without(string code, Func<MemberDeclarationSyntax, bool> isLeftOut)
    {
        char[] rest = code.ToCharArray();
        foreach (MemberDeclarationSyntax member in Parse(code).Members.Where(isLeftOut))
            Blank(rest, member.Span);
        return new string(rest);
    }

    public static bool Declares(MemberDeclarationSyntax member, IEnumerable<string> names) =>
        CellNames.DeclaredBy(member).Any(names.Contains);

    public static void Blank(char[] text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
            if (text[i] is not '\n')
                text[i] = ' ';
    }
}

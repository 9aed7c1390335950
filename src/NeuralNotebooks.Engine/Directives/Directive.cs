using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NeuralNotebooks.Engine;

/// <summary>A line that is handled by the engine and not passed to the compiler: <c>#r</c>, <c>#i</c>, <c>#load</c> or
/// <c>#!…</c>.</summary>
/// <param name="Name">The name with its prefix, such as <c>#r</c> or <c>#!import</c>.</param>
/// <param name="Argument">The rest of the line, without surrounding quotation marks.</param>
/// <param name="Line">The line, counted from 1.</param>
internal sealed partial record Directive(string Name, string Argument, int Line)
{
    /// <summary>The directives of a text, by line. Lines within strings and comments are not directives, even if they
    /// look like them.</summary>
    public static IReadOnlyDictionary<int, Directive> FindAll(string text)
    {
        var found = new Dictionary<int, Directive>();
        MatchCollection candidates = Pattern().Matches(text);
        if (candidates.Count == 0)
            return found;

        SyntaxNode root = ScriptSyntax.Parse(text).GetRoot();
        bool prose = false; // After #!markdown the text is not C#, so the compiler's view does not apply.
        foreach (Match match in candidates)
        {
            if (
                !prose
                && root.FindTrivia(match.Groups["name"].Index).GetStructure()
                    is not DirectiveTriviaSyntax { IsActive: true }
            )
                continue;
            string name = match.Groups["name"].Value, argument = match.Groups["argument"].Value.Trim();
            if (prose && !name.StartsWith("#!", StringComparison.Ordinal))
                continue;
            if (Quoted().Match(argument) is { Success: true } quoted)
                argument = quoted.Groups[1].Value;
            int line = text.AsSpan(0, match.Groups["name"].Index).Count('\n') + 1;
            found.Add(line, new Directive(name, argument, line));
            prose = name == "#!markdown";
        }
        return found;
    }

    [GeneratedRegex("""^[ \t]*(?<name>#(?:r|i|load)(?=[ \t"])|#![^\s]+)(?<argument>.*)$""", RegexOptions.Multiline)]
    private static partial Regex Pattern();

    [GeneratedRegex("^\"([^\"]*)\"")]
    private static partial Regex Quoted();
}

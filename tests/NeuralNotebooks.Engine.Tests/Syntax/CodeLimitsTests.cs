using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine.Tests;

public class CodeLimitsTests
{
    private const string File = "Syntax/CodeLimits";

    /// <summary>In the dialogues, <c>$ 9 open…close</c> is code with nine of each around a number.</summary>
    [Theory]
    [FactsOf(File)]
    public void Limits(string fact) =>
        ApprovedTexts.Check(
            File,
            fact,
            string.Concat(ApprovedTexts.Said(File, fact).Select(said => said.Written + Refusal(CodeOf(said)))));

    /// <summary>Compares with the tokens of the compiler, for the source files of this repository.</summary>
    [Fact]
    public void The_brackets_are_those_that_the_compiler_sees()
    {
        foreach (
            string file in Nightly.All(
                200,
                Directory
                    .EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
                    .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")))
        )
        {
            string code = System.IO.File.ReadAllText(file);
            IEnumerable<int> expected = ScriptSyntax
                .Parse(code)
                .GetRoot()
                .DescendantTokens()
                .Where(token =>
                    token.Kind()
                        is SyntaxKind.OpenParenToken
                            or SyntaxKind.OpenBracketToken
                            or SyntaxKind.OpenBraceToken
                    && !token.IsMissing
                )
                .Select(token => token.Span.End - 1);
            Assert.Equal((file, string.Join(' ', expected)), (file, string.Join(' ', Openings(code))));
        }

        static IEnumerable<int> Openings(string code)
        {
            var tokens = new CodeTokens(code);
            while (tokens.MoveNext())
                if (tokens.First is '(' or '[' or '{')
                    yield return tokens.Start;
        }
    }

    /// <summary>With linear time each text takes about a second, with quadratic time hours.</summary>
    [Theory]
    [Cases("", "$", "", "@", "x", "$@", "", "'", "\"", "\\", "", "\"\"\"a\"\"\" ", "$\"", "{{", Daily = 3)]
    public Task Reading_a_long_text_takes_linear_time(string before, string piece)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string code = before + string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        return Task.Run(ReadAll, cancellation).WaitAsync(TimeSpan.FromMinutes(5), cancellation);

        void ReadAll()
        {
            var tokens = new CodeTokens(code);
            while (tokens.MoveNext()) { }
        }
    }

    private static string Refusal(string code) =>
        CodeLimits.Check(code) is var (sentence, line) ? $"line {line}: {sentence}\n" : "";

    private static string CodeOf(Saying said)
    {
        string[] parts = said.Text.Split(' ', 2);
        string[] sides = parts[1].Split('…');
        int times = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return string.Join("1", sides.Select(side => string.Concat(Enumerable.Repeat(side, times))));
    }
}

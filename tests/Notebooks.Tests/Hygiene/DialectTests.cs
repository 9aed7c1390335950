using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Tests.Hygiene;

/// <summary>The course keeps to what .NET Interactive, Verso, Jupyter and our own runner share.</summary>
public partial class DialectTests
{
    private const string SetupCell = "#!import kit.csx";
    private const int MaxCellLines = 25;

    /// <summary>What a page of the course site shows without horizontal scrolling.</summary>
    private const int MaxLineLength = 88;

    [Theory]
    [EveryNotebook]
    public void The_first_cell_asks_a_question_and_the_second_imports_the_kit(CourseNotebook notebook)
    {
        Assert.False(notebook.Cells[0].IsCode);
        Assert.Matches(QuestionTitle(), notebook.Cells[0].Lines[0]);
        notebook.Cells[0].Source.ShouldContain("dotnet build");
        Assert.Equal(SetupCell, notebook.Cells[1].Source);
        Assert.True(notebook.Cells[1].IsCode);
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void No_other_cell_has_a_directive(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code.Skip(1),
            cell =>
                Assert.All(
                    cell.Lines,
                    line =>
                        Assert.False(line.TrimStart().StartsWith('#'), $"{notebook.Name}, cell {cell.Number}: {line}")
                )
        );
    }

    [Theory]
    [EveryNotebook]
    public void A_cell_fits_on_a_page(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code,
            cell =>
                Assert.True(
                    cell.Lines.Length <= MaxCellLines,
                    $"{notebook.Name}, cell {cell.Number} has {cell.Lines.Length} lines, more than {MaxCellLines}"
                )
        );
        Assert.All(
            notebook.Code,
            cell =>
                Assert.All(
                    cell.Lines,
                    line =>
                        Assert.True(
                            line.Length <= MaxLineLength,
                            $"{notebook.Name}, cell {cell.Number}, {line.Length} characters: {line}"
                        )
                )
        );
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void Nothing_is_used_that_only_some_hosts_support(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code.Skip(1),
            cell =>
            {
                SyntaxNode root = Parse(cell).GetRoot(TestContext.Current.CancellationToken);
                var calls = root.DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Select(call => call.Expression.ToString());

                Assert.DoesNotContain("display", calls);
                Assert.DoesNotContain("HTML", calls);
                cell.Source.ShouldNotContain("Console.Error");
                Assert.DoesNotContain(root.DescendantTokens(), token => token.ValueText == "dynamic");
            }
        );
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void A_cell_shows_at_most_two_things(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Code.Skip(1),
            cell =>
            {
                SyntaxNode root = Parse(cell).GetRoot(TestContext.Current.CancellationToken);
                int displayed = root.DescendantNodes()
                    .OfType<InvocationExpressionSyntax>()
                    .Count(call => call.Expression.ToString().EndsWith(".Display", StringComparison.Ordinal));
                int result = root.DescendantNodes()
                    .OfType<ExpressionStatementSyntax>()
                    .Any(statement => statement.SemicolonToken.IsMissing)
                    ? 1
                    : 0;

                Assert.True(
                    displayed + result <= 2,
                    $"{notebook.Name}, cell {cell.Number} shows {displayed + result} things; editors blank out where "
                        + $"there are many"
                );
            }
        );
    }

    private static SyntaxTree Parse(CourseCell cell) =>
        CSharpSyntaxTree.ParseText(cell.Source, PortableSubmissions.Language);

    [GeneratedRegex(@"^# .+\?$")]
    private static partial Regex QuestionTitle();
}

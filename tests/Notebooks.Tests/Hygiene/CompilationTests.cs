using Microsoft.CodeAnalysis;

namespace Notebooks.Tests.Hygiene;

/// <summary>The cells compile in every host: our own has a later C#, in which a call may bind that does not in C# 13,
/// and usings that others lack.</summary>
public class CompilationTests
{
    [Theory]
    [EveryNotebook(Daily = 3), EveryAssignment(Daily = 3)]
    public void Every_cell_claim_and_solution_compiles_as_CSharp_13_with_what_all_hosts_share(CourseNotebook notebook)
    {
        Dictionary<string, string> solutions = Checkpoint
            .Of(notebook)
            .ToDictionary(checkpoint => checkpoint.Starter.Id, checkpoint => checkpoint.Solution);
        PortableSubmissions session = PortableSubmissions.WithKit(Path.GetDirectoryName(notebook.Path)!);

        foreach (CourseCell cell in notebook.WithClaims.Code.Skip(1))
        {
            if (solutions.TryGetValue(cell.Id, out string? solution))
            {
                AssertNoErrors(session.Try(solution), $"{notebook.Name}, solution of {cell.Id}");
            }
            AssertNoErrors(session.Submit(cell.Source), $"{notebook.Name}, cell {cell.Number} ({cell.Id})");
        }
    }

    [Fact]
    public void The_samples_of_the_document_on_charts_compile_with_the_kit()
    {
        PortableSubmissions session = PortableSubmissions.WithKit();
        AssertNoErrors(
            session.Submit(
                """
                double[] epochs = [1, 2], losses = [0.5, 0.25];
                GenericChart chart = Chart.Line<double, double, string>(epochs, losses);
                """),
            "the data of the samples");

        // The kit has the packages to which a sample refers.
        string[] samples =
        [
            .. Regex.Matches(Repository.Read("docs/charts.md"), "```csharp\n(.+?)```", RegexOptions.Singleline)
                .Select(sample => sample.Groups[1].Value.Split('\n').SkipWhile(IsReference))
                .Select(lines => string.Join('\n', lines)),
        ];
        Assert.NotEmpty(samples);
        Assert.All(samples, sample => AssertNoErrors(session.Try(sample), sample));

        static bool IsReference(string line) => line.StartsWith("#r ", StringComparison.Ordinal);
    }

    private static void AssertNoErrors(IReadOnlyList<Diagnostic> errors, string where) =>
        Assert.True(errors.Count == 0, $"{where}: {string.Join("; ", errors)}");
}

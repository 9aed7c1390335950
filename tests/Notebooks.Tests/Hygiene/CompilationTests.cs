using Microsoft.CodeAnalysis;

namespace Notebooks.Tests.Hygiene;

/// <summary>
/// The cells compile in every host: our own has a later C#, in which a call may bind that does not in C# 13,
/// and usings that others lack.
/// </summary>
public class CompilationTests
{
    [Theory]
    [EveryNotebook(Daily = 3), EveryAssignment]
    public void Every_cell_and_every_solution_compiles_as_CSharp_13_with_what_all_hosts_share(CourseNotebook notebook)
    {
        Dictionary<string, string> solutions = Checkpoint
            .Of(notebook)
            .ToDictionary(checkpoint => checkpoint.Starter.Id, checkpoint => checkpoint.Solution);
        PortableSubmissions session = PortableSubmissions.WithKit(Path.GetDirectoryName(notebook.Path)!);

        foreach (CourseCell cell in notebook.Code.Skip(1))
        {
            if (solutions.TryGetValue(cell.Id, out string? solution))
            {
                AssertNoErrors(session.Try(solution), $"{notebook.Name}, solution of {cell.Id}");
            }
            AssertNoErrors(session.Submit(cell.Source), $"{notebook.Name}, cell {cell.Number} ({cell.Id})");
        }
    }

    [Fact]
    public void What_compiles_only_in_CSharp_14_is_found()
    {
        PortableSubmissions session = PortableSubmissions.WithKit();
        AssertNoErrors(
            session.Submit("static int Width(this ReadOnlySpan<double> values) => values.Length;"),
            "the method"
        );

        Assert.Contains(session.Try("new[] { 1.0 }.Width()"), error => error.Id is "CS1061" or "CS1929");
        Assert.Contains(
            session.Try("class Unit { public double Bias { get => field; set => field = value; } }"),
            error => error.Id == "CS0103"
        );
    }

    [Fact]
    public void A_warning_that_NET_Interactive_prints_below_the_cell_is_found() =>
        Assert.Contains(
            PortableSubmissions.WithKit().Try("class Unit(double bias) { }"),
            warning => warning.Id == "CS9113"
        );

    [Fact]
    public void A_using_that_only_some_hosts_have_is_missing()
    {
        PortableSubmissions session = PortableSubmissions.Empty();

        Assert.Contains(session.Try("new ArrayList()"), error => error.Id == "CS0246");
        Assert.Contains(session.Try("File.Exists(\"kit.csx\")"), error => error.Id == "CS0103");
    }

    private static void AssertNoErrors(IReadOnlyList<Diagnostic> errors, string where) =>
        Assert.True(errors.Count == 0, $"{where}: {string.Join("; ", errors)}");
}

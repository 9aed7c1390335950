namespace Notebooks.Tests;

/// <summary>Each notebook runs with its claims, cell by cell, in the programs in which readers open it. No chart is
/// shown as an object tree, and no output loads a file of another host.</summary>
public class HostTests
{
    private const string Host = "NeuralNotebooks.InteractiveHost", HostWithPlotly = "NeuralNotebooks.PlotlyHost";

    [Theory]
    [EveryNotebook(Daily = 1)]
    public void A_notebook_runs_on_the_kernel_of_NET_Interactive(CourseNotebook notebook)
    {
        CourseNotebook claims = notebook.WithClaims;
        AssertRun(claims, KernelPackage.Run(Host, claims));
    }

    [Theory]
    [EveryAssignment]
    public void An_assignment_runs_on_the_kernel_of_NET_Interactive(CourseNotebook notebook)
    {
        Nightly.Only();
        AssertRun(notebook, KernelPackage.Run(Host, notebook));
    }

    [Theory]
    [EveryNotebook]
    [EveryAssignment]
    public async Task A_notebook_or_assignment_runs_in_the_tool_that_Polyglot_Notebooks_starts(CourseNotebook notebook)
    {
        Nightly.Only();
        CourseNotebook claims = notebook.WithClaims;
        AssertRun(claims, await InteractiveTool.RunAsync(claims));
    }

    [Fact]
    public void Beside_Plotly_NET_Interactive_charts_are_still_drawn_by_the_kit()
    {
        Nightly.Only();
        CourseNotebook notebook = "02-linear-and-logistic-regression.ipynb";
        HostCell[] cells = KernelPackage.Run(HostWithPlotly, notebook);

        AssertRun(notebook, cells);
        Assert.Contains(cells, cell => cell.Html.Any(html => html.Contains("data-nn-picture")));
    }

    private static void AssertRun(CourseNotebook notebook, HostCell[] cells)
    {
        Assert.All(cells, cell =>
        {
            string name = notebook.Cells[cell.Index].ToString();
            Assert.True(cell.Error is null, $"{name}: {cell.Error}");
            string? problem = cell.Html.Select(HostOutput.ProblemOf).FirstOrDefault(found => found is not null);
            Assert.True(problem is null, $"{name}: {problem}");
        });
        Assert.Equal(notebook.Code.Count(), cells.Length);
    }
}

using NeuralNotebooks.Runner;

namespace Notebooks.Tests;

/// <summary>A notebook that asks the kit how large its experiments are to be claims what holds at the small size, too.</summary>
public class BrowserSizeTests
{
    public static TheoryData<string> Sized =>
        [.. CourseNotebook.Names.Select(row => row.Data).Where(name => CourseNotebook.Open(name).Code.Any(cell => cell.Source.Contains("Kit.", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Sized))]
    public async Task The_claims_hold_at_the_size_for_the_browser(string name)
    {
        NotebookRun run = await new NotebookRunner(new RunOptions { Quick = true })
            .RunAsync(CourseNotebook.Open(name).Path, cancellation: TestContext.Current.CancellationToken);

        Assert.True(run.Status == RunStatus.Passed, $"{run.Error?.Where}: {run.Error?.Message}");
    }
}

namespace NeuralNotebooks.Cli.Tests;

public sealed class FeedbackCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Graded => Path.Combine(_folder.Path, "graded");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_submission_gets_a_page_even_one_that_could_not_be_read()
    {
        string submitted = SubmittedClass.Submitted(_folder, 2);
        _folder.File("submitted/zoe/A1/A1.ipynb", "{");
        await InvokedCommand.Of(
            "grade",
            submitted,
            "--source",
            SubmittedClass.Source(_folder),
            "--output",
            Graded,
            "--no-isolation"
        );
        Assert.Contains(
            "it is squared",
            File.ReadAllText(Path.Combine(Graded, "index.html")),
            StringComparison.Ordinal
        );

        InvokedCommand command = await InvokedCommand.Of(
            "feedback",
            Graded,
            "--output",
            Path.Combine(_folder.Path, "pages")
        );

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        Assert.StartsWith("3 pages in ", command.Output, StringComparison.Ordinal);
        Assert.Contains("all 2 probes passed", Page("s00"), StringComparison.Ordinal);
        Assert.Contains("It is squared.", Page("s01"), StringComparison.Ordinal);
        Assert.Contains("could not be graded", Page("zoe"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_results_is_not_found()
        => Assert.Equal(ExitCode.NotFound, (await InvokedCommand.Of("feedback", _folder.Path)).ExitCode);

    private string Page(string student) =>
        File.ReadAllText(Path.Combine(_folder.Path, "pages", student, "A1", "A1.html"));
}

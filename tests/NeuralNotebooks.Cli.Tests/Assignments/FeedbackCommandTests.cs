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
        File.ReadAllText(Path.Combine(Graded, "index.html")).ShouldContain("it is squared");

        InvokedCommand command = await InvokedCommand.Of(
            "feedback",
            Graded,
            "--output",
            Path.Combine(_folder.Path, "pages")
        );

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        command.Output.ShouldStartWith("3 pages in ");
        Page("s00").ShouldContain("all 2 probes passed");
        Page("s01").ShouldContain("It is squared.");
        Page("zoe").ShouldContain("could not be graded");
    }

    private string Page(string student) =>
        File.ReadAllText(Path.Combine(_folder.Path, "pages", student, "A1", "A1.html"));
}

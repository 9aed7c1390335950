namespace NeuralNotebooks.Cli.Tests;

public sealed class PublishingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_published_and_what_is_refused_is_named_on_the_console()
    {
        _folder.File(".ssh/id_rsa", "secret");
        _folder.File("Downloads/data.csv", "1,2");
        string notebook = _folder.Prose("Downloads/a.ipynb", "[x](../.ssh/id_rsa) [y](data.csv)");

        InvokedCommand command = await InvokedCommand.Of("run", notebook, "-o", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        command.Output.ShouldContain("refused: a.ipynb, text before cell 1: the file ../.ssh/id_rsa is not published");
        // The temporary folder may be behind a link; the file is named by its real path.
        Assert.Matches(@"published: files/data\.csv, from .+[/\\]Downloads[/\\]data\.csv", command.Output);
        Assert.Equal(["data.csv"], Directory.GetFiles(Path.Combine(Output, "files")).Select(Path.GetFileName));
    }

    [Theory]
    [Cases("run", "site")]
    public async Task Untrusted_pages_are_made_by_run_and_by_site(string made)
    {
        string notebook = _folder.Prose("a.ipynb", "<img src=x onerror=alert(1)> <b>bold</b>");
        InvokedCommand command = await InvokedCommand.Of(
            made == "run" ? ["run", notebook, "-o", Output, "--untrusted"] : ["run", notebook, "-o", Output]
        );
        if (made == "site")
            command = await InvokedCommand.Of("site", Output, "--untrusted");

        string page = File.ReadAllText(Path.Combine(Output, "a.html"));
        Assert.Equal(ExitCode.Passed, command.ExitCode);
        page.ShouldNotContain("onerror");
        page.ShouldContain("<b>bold</b>", "Content-Security-Policy");
    }

    [Fact]
    public async Task A_site_is_rebuilt_with_the_front_page_and_the_pictures_of_its_run()
    {
        _folder.File("mine/index.md", "# My notebooks");
        _folder.File("mine/circuit.svg", "<svg/>");
        await InvokedCommand.Of("run", _folder.Prose("mine/a.ipynb", "![x](circuit.svg)"), "-o", Output);

        InvokedCommand command = await InvokedCommand.Of("site", Output);

        command.Output.ShouldContain("published: files/circuit.svg");
        File.ReadAllText(Path.Combine(Output, "index.html")).ShouldContain("My notebooks");
    }
}

using System.Text.Json;

namespace NeuralNotebooks.Cli.Tests;

public sealed class PublishingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_published_and_what_is_refused_is_named_on_the_console()
    {
        _folder.File(".ssh/id_rsa", "secret");
        _folder.File("Downloads/data.csv", "1,2");
        string notebook = Markdown("Downloads/a.ipynb", "[x](../.ssh/id_rsa) [y](data.csv)");

        InvokedCommand command = await InvokedCommand.Of("run", notebook, "-o", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.Contains(
            "refused: a.ipynb, text before cell 1: the file ../.ssh/id_rsa is not published",
            command.Output,
            StringComparison.Ordinal
        );
        // The temporary folder may be behind a link; the file is named by its real path.
        Assert.Matches(@"published: files/data\.csv, from .+[/\\]Downloads[/\\]data\.csv", command.Output);
        Assert.Equal(["data.csv"], Directory.GetFiles(Path.Combine(Output, "files")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_notebooks_folder_alone_does_not_make_its_parent_a_course()
    {
        _folder.File("taxes.txt", "secret");
        string notebook = Markdown("notebooks/a.ipynb", "[x](../taxes.txt)");

        InvokedCommand command = await InvokedCommand.Of("run", notebook, "-o", Output);

        Assert.Contains("refused: a.ipynb", command.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Output, "files")));
    }

    [Fact]
    public async Task A_notebook_that_ran_earlier_gets_no_file_from_the_folder_of_the_next_one()
    {
        _folder.File("mine/grades.csv", "1,2");
        await InvokedCommand.Of("run", Markdown("theirs/a.ipynb", "[x](grades.csv)"), "-o", Output);

        InvokedCommand command = await InvokedCommand.Of("run", Markdown("mine/b.ipynb", "# B"), "-o", Output);

        Assert.DoesNotContain("published:", command.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Output, "files")));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("site")]
    public async Task Untrusted_pages_are_made_by_run_and_by_site(string made)
    {
        string notebook = Markdown("a.ipynb", "<img src=x onerror=alert(1)> <b>bold</b>");
        InvokedCommand command = await InvokedCommand.Of(
            made == "run" ? ["run", notebook, "-o", Output, "--untrusted"] : ["run", notebook, "-o", Output]
        );
        if (made == "site")
            command = await InvokedCommand.Of("site", Output, "--untrusted");

        string page = File.ReadAllText(Path.Combine(Output, "a.html"));
        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.DoesNotContain("onerror", page, StringComparison.Ordinal);
        Assert.Contains("<b>bold</b>", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_of_other_notebooks_takes_nothing_from_the_course()
    {
        Markdown("out/notebooks/a.ipynb", "![x](circuit.svg)");

        InvokedCommand command = await InvokedCommand.Of("site", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.DoesNotContain("published:", command.Output, StringComparison.Ordinal);
        Assert.Contains("the image circuit.svg is not there", command.Output, StringComparison.Ordinal);
        string index = File.ReadAllText(Path.Combine(Output, "index.html"));
        Assert.DoesNotContain("class=\"front\"", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_rebuilt_with_the_front_page_and_the_pictures_of_its_run()
    {
        _folder.File("mine/index.md", "# My notebooks");
        _folder.File("mine/circuit.svg", "<svg/>");
        await InvokedCommand.Of("run", Markdown("mine/a.ipynb", "![x](circuit.svg)"), "-o", Output);

        InvokedCommand command = await InvokedCommand.Of("site", Output);

        Assert.Contains("published: files/circuit.svg", command.Output, StringComparison.Ordinal);
        Assert.Contains("My notebooks", File.ReadAllText(Path.Combine(Output, "index.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_notebook_that_is_named_has_a_page()
    {
        InvokedCommand command = await InvokedCommand.Of("run", Markdown(".x.ipynb", "# Hidden"), "-o", Output);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.Contains("Hidden", File.ReadAllText(Path.Combine(Output, "x.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_says_whom_a_site_trusts()
    {
        string help = string.Join(
            ' ',
            (await InvokedCommand.Of("site", "--help")).Output.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

        Assert.Contains("a stranger's notebook can put its own scripts on the site", help, StringComparison.Ordinal);
        Assert.Contains("--untrusted", help, StringComparison.Ordinal);
    }

    private string Markdown(string name, string source) => _folder.File(name, JsonSerializer.Serialize(new
    {
        cells = new[] { new { cell_type = "markdown", id = "a", metadata = new { }, source } },
        metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = ".net-csharp" } },
        nbformat = 4,
        nbformat_minor = 5,
    }));
}

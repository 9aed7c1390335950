using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

public sealed class PublishingTests : FolderedTests
{
    [Theory]
    [FactsOf("Running/Publishing")]
    public Task Runs(string fact) => DialogueTests.Check("Running/Publishing", fact);

    [Theory]
    [Cases("waves/notebooks", "waves", "homework", "homework")]
    public async Task A_site_without_a_front_page_has_the_name_of_its_folder(string notebooks, string title)
    {
        Folder.Prose($"{notebooks}/one.ipynb", "# One");

        await InvokedCommand.Of("run", Folder.At(notebooks), "-o", Folder.At("out"));

        Folder.Read("out/index.html").ShouldContain($"<title>{title}</title>", "Start</a>");
        Folder.Read("out/one.html").ShouldContain($"<title>One · {title}</title>");
    }

    [Theory]
    [Cases("00-start-here", true, "a-notebook-of-mine", false)]
    public async Task A_copy_of_the_courses_results_is_rebuilt_with_its_front_page(string name, bool isOfCourse)
    {
        Folder.Prose($"out/notebooks/{name}.ipynb", "# A notebook");
        var result = Notebook.Read(Folder.At($"out/notebooks/{name}.ipynb"));
        result.Metadata["neuralnotebooks"] = new System.Text.Json.Nodes.JsonObject { ["source"] = "../../gone" };
        result.Write(Folder.At($"out/notebooks/{name}.ipynb"));

        Assert.Equal(ExitCode.Passed, (await InvokedCommand.Of("site", Folder.At("out"))).ExitCode);

        string title = File.ReadLines(Repository.At("notebooks/index.md")).First()["# ".Length..];
        Assert.Equal(isOfCourse, Folder.Read("out/index.html").Contains(title));
    }
}

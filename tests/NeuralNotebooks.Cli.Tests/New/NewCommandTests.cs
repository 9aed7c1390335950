using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>Names with characters that have a meaning in a shell, in JSON or in Markdown.</summary>
public sealed class NewCommandTests : FolderedTests
{
    [Theory]
    [Cases(
        "my lesson", "my lesson",
        "it's", "it's",
        "a \"b\" {version} {name}", "a \"b\" {version} {name}",
        "<script>a", @"\<script>a",
        "$x$ [a](b) *c* `d` e&f", @"\$x\$ \[a](b) \*c\* \`d\` e\&f",
        "日本 é 🎓", "日本 é 🎓",
        "a$(touch b);&|", @"a\$(touch b);\&|",
        "-rf", "-rf")]
    public async Task A_notebook_and_a_course_may_have_any_name(string name, string heading)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow all of these letters.");
        string path = Folder.At(name);

        InvokedCommand notebook = await InvokedCommand.Of("new", "notebook", path);
        InvokedCommand course = await InvokedCommand.Of("new", "course", path);

        Assert.Equal((0, 0, ""), (notebook.ExitCode, course.ExitCode, notebook.Error + course.Error));
        Assert.Equal($"# {heading}", Notebook.Read(path + ".ipynb").Cells[0].Source.Split('\n')[0]);
        Assert.Equal($"# {heading}", File.ReadLines(Path.Combine(path, "README.md")).First());
        string next = notebook.Output.Split("Next: nn run ")[1].TrimEnd('\n');
        Assert.Equal(path + ".ipynb", Programs.Run("sh", "-c", $"printf %s {next}").Output);
    }

    [Theory]
    [Cases(
        "course", "/", "has no file name",
        "notebook", "a\nb", "has a control character",
        "assignment", "a\u001b[31m", "has a control character",
        "notebook", ".hidden", "begins with a dot",
        "assignment", ".hidden", "begins with a dot",
        "notebook", "folder", "is a folder",
        "notebook", "folder/..", "is a folder",
        "notebook", "new/", "is a folder")]
    public async Task A_name_that_cannot_be_one_is_refused_and_nothing_is_written(
        string what, string name, string reason)
    {
        Directory.CreateDirectory(Folder.At("folder"));

        InvokedCommand command = await InvokedCommand.Of("new", what, Path.Combine(Folder.Path, name));

        Assert.Equal((ExitCode.Usage, ""), (command.ExitCode, command.Output));
        command.Error.ShouldContain(reason, "nothing was written");
        Assert.Equal([Folder.At("folder")], Directory.GetFileSystemEntries(Folder.Path));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_said_to_be()
    {
        InvokedCommand command = await InvokedCommand.Of("new", "course", Folder.At(new string('x', 300)));

        Assert.Equal(ExitCode.Broken, command.ExitCode);
        command.Error.ShouldContain("too long");
        Assert.Empty(Directory.GetFileSystemEntries(Folder.Path));
    }
}

using System.Runtime.InteropServices;
using System.Text;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>Notebooks that are overwritten in place, by <c>nn clean</c> and <c>nn run --inplace</c>.</summary>
public sealed class CleanCommandTests : FolderedTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [Cases(
        "Latin-1", "clean",
        "Latin-1", "run",
        "broken UTF-16", "clean",
        "broken UTF-16", "run"
    )]
    public async Task A_notebook_whose_letters_cannot_all_be_read_is_left_as_it_is(string what, string verb)
    {
        string text = TemporaryFolder.NotebookText([("*", "Größe \uFFFD"), (">", "1")])
            .Replace("\\u00F6", "ö").Replace("\\u00DF", "ß").Replace("\"outputs\":[]", Outputs);
        byte[] bytes = what == "Latin-1"
            ? Encoding.Latin1.GetBytes(text)
            : [.. Encoding.Unicode.GetPreamble(), .. MemoryMarshal.AsBytes<char>(text.Replace('ö', HalfAPair))];
        string path = Folder.File("a.ipynb", bytes);

        InvokedCommand command = await InvokedCommand.Of([verb, path, .. Options(verb)]);

        Assert.Equal(ExitCode.Failed, command.ExitCode);
        Assert.EndsWith($"{path} is not in UTF-8. Invalid characters would be lost, so it has not been changed. "
            + "Save it as UTF-8.", command.Error.Trim());
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_notebook_with_the_replacement_character_itself_is_cleaned()
    {
        string text = TemporaryFolder.NotebookText([("*", "Größe"), (">", "1")]).Replace("\"outputs\":[]", Outputs)
            .Replace("\\u00F6", "\uFFFD");
        string path = Folder.File("a.ipynb", text);

        InvokedCommand command = await InvokedCommand.Of("clean", path);

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        File.ReadAllText(path).ShouldContain("Gr\uFFFDße");
        File.ReadAllText(path).ShouldNotContain("stream");
    }

    [Theory]
    [Cases("clean", "run")]
    public async Task A_private_notebook_stays_private_and_is_still_linked(string verb)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The modes of a file are those of Linux.");
        string path = WithOutputs("a.ipynb", Private), link = Folder.At("link.ipynb");
        SymbolicLink.Create(link, "a.ipynb");

        InvokedCommand command = await InvokedCommand.Of([verb, link, .. Options(verb)]);

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        Assert.Equal(Private, new FileInfo(path).UnixFileMode);
        File.ReadAllText(path).ShouldNotContain("stream");
        Assert.Equal("a.ipynb", new FileInfo(link).LinkTarget);
    }

    private const char HalfAPair = '\uD800';

    private const string Outputs = "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"1\"}]";

    private string WithOutputs(string name, UnixFileMode mode)
    {
        string path = Folder.File(name, TemporaryFolder.NotebookText([(">", "")]).Replace("\"outputs\":[]", Outputs));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
        return path;
    }

    private string[] Options(string verb) => verb == "run" ? ["--inplace", "--output", Folder.At("out")] : [];
}

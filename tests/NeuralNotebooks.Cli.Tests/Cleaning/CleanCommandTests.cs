using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli.Tests;

public sealed class CleanCommandTests : FolderedTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [Cases(
        "Latin-1", "clean", ExitCode.Failed,
        "Latin-1", "run", ExitCode.Usage,
        "broken UTF-16", "clean", ExitCode.Failed,
        "broken UTF-16", "run", ExitCode.Usage)]
    public async Task A_notebook_whose_letters_cannot_all_be_read_is_left_as_it_is(string what, string verb, int code)
    {
        string text = TemporaryFolder.NotebookText([("*", "Größe \uFFFD"), (">", "1")])
            .Replace("\\u00F6", "ö").Replace("\\u00DF", "ß").Replace("\"outputs\":[]", Outputs);
        byte[] bytes = what == "Latin-1"
            ? Encoding.Latin1.GetBytes(text)
            : [.. Encoding.Unicode.GetPreamble(), .. MemoryMarshal.AsBytes<char>(text.Replace('ö', HalfAPair))];
        string path = Folder.File("a.ipynb", bytes);

        InvokedCommand command = await InvokedCommand.Of([verb, path, .. Options(verb)]);

        Assert.Equal(code, command.ExitCode);
        Assert.Equal($"{path} is not in UTF-8. Invalid characters would be lost, so it has not been changed. "
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

    [Theory]
    [Cases("clean", "run")]
    public async Task A_read_only_notebook_is_refused(string verb)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        string path = WithOutputs("a.ipynb", UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        string before = File.ReadAllText(path);

        InvokedCommand command = await InvokedCommand.Of([verb, path, .. Options(verb)]);

        Assert.NotEqual(ExitCode.Passed, command.ExitCode);
        command.Error.ShouldContain($"{path} is read-only and has not been changed.");
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task A_process_that_is_killed_before_the_new_file_takes_the_place_of_the_old_one_loses_nothing()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Programs.Run("sh", "-c", "strace true").ExitCode == 0,
            "Needs strace, which kills a process at a system call.");
        string path = WithOutputs("a.ipynb", Private), before = File.ReadAllText(path);
        const string renaming = "?rename,?renameat,?renameat2";

        Programs.Run(
            "strace", "-f", "-qq", "-o", Folder.At("trace"), "-e", $"trace={renaming}",
            "-e", $"inject={renaming}:signal=KILL:error=EINTR",
            DotnetInstallation.Program, "exec", typeof(CommandLine).Assembly.Location, "clean", path);

        string left = Assert.Single(Directory.GetFiles(Folder.Path, ".nn-*"));
        Assert.Equal(before, File.ReadAllText(path));
        Assert.Equal(Private, new FileInfo(left).UnixFileMode);
        InvokedCommand again = await InvokedCommand.Of("clean", Folder.Path);
        Assert.Equal($"cleaned: {path}", again.Output.Trim());
    }

    [Fact]
    public async Task A_cleaned_notebook_has_the_layout_of_Jupyter_also_in_a_filter()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Redirects the streams with sh.");
        string expected = Notebook.Parse(TemporaryFolder.NotebookText([(">", "1")]), "").ToJson(),
            cleaned = Folder.File("cleaned.ipynb", expected),
            path = Folder.File("a.ipynb", "\uFEFF" + expected.Replace("\n", "\r\n")
                .Replace("\"execution_count\": null", "\"execution_count\": 1")),
            bad = Folder.File("bad.ipynb", "no notebook");

        Assert.Equal((ExitCode.Passed, "", ""), Filter(path, "1.ipynb"));
        Assert.Equal((ExitCode.Passed, "", ""), Filter(cleaned, "2.ipynb"));
        Assert.Equal(ExitCode.Failed, Filter(path, "3.ipynb", "--check").ExitCode);
        Assert.Equal(ExitCode.UnusableInput, Filter(bad, "4.ipynb").ExitCode);
        await InvokedCommand.Of("clean", path);

        foreach (string name in (string[])["a.ipynb", "1.ipynb", "2.ipynb"])
            Assert.Equal(expected, File.ReadAllText(Folder.At(name)));

        (int ExitCode, string Output, string Error) Filter(string from, string to, string option = "") =>
            Programs.Run(
                "sh", "-c", "\"$0\" exec \"$1\" clean - $4 < \"$2\" > \"$3\"",
                DotnetInstallation.Program, typeof(CommandLine).Assembly.Location, from, Folder.At(to), option);
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

using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

public sealed class NamedFileTests : FolderedTests
{
    private static readonly TimeSpan _watchdog = TimeSpan.FromMinutes(5);

    [Theory]
    [Cases(
        "fifo", "is a pipe or a device",
        "link", "is a pipe or a device",
        "/dev/zero", "is a pipe or a device",
        "", "is a folder")]
    public async Task What_is_no_file_is_refused_and_not_waited_for(string name, string reason)
    {
        Fifo("fifo");
        File.CreateSymbolicLink(Folder.At("link"), "fifo");
        string path = Path.Combine(Folder.Path, name);

        IOException refused = await Assert.ThrowsAsync<IOException>(() =>
            Task.Run(() => NamedFile.ReadAllText(path)).WaitAsync(_watchdog, Cancellation)
        );

        refused.Message.ShouldStartWith(path);
        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_with_its_size()
    {
        string path = Folder.File("large.csx", "");
        using (FileStream file = File.OpenWrite(path))
            file.SetLength(NamedFile.MaxLength + 1); // Sparse.

        Fails.With<IOException>("at most 512 MB are read", () => NamedFile.ReadAllBytes(path));
    }

    [Fact]
    public void An_empty_file_and_one_of_the_system_without_a_length_are_read()
    {
        Assert.Equal("", NamedFile.ReadAllText(Folder.File("empty.csx", "")));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc here.");
        NamedFile.ReadAllText("/proc/self/status").ShouldContain("Name:");
    }

    [Fact]
    public async Task A_cell_that_names_a_pipe_is_told_so()
    {
        using var session = new TestSession(new SessionOptions { Folder = Folder.Path });
        foreach (string directive in (string[])["#!import fifo.csx", "#!import fifo.ipynb", "#r \"fifo.dll\""])
        {
            Fifo(directive.Split(' ')[1].Trim('"'));

            Shown shown = await session.Run(directive).WaitAsync(_watchdog, Cancellation);

            Assert.Equal(CellOutcome.CompileError, shown.Outcome);
            shown.Traceback.ShouldContain("is a pipe or a device");
        }
    }

    [Fact]
    public async Task A_notebook_that_is_a_pipe_is_refused()
    {
        NotebookRun run = await Task.Run(() => Runs.Of(Fifo("fifo.ipynb"))).WaitAsync(_watchdog, Cancellation);

        Assert.Equal(RunStatus.NotFound, run.Status);
        run.Error!.Message.ShouldContain("is a pipe or a device");
    }

    [Theory]
    [Cases(
        60, 2, "", "42", // If each were read twice, there would be 2⁶⁰ reads.
        40, 2, "int x;", "the imported files import each other too often",
        101, 1, "", "at most 100 imports may be nested"
    )]
    public async Task Files_that_import_the_next_one_are_read_once_or_stopped_with_a_sentence(
        int levels, int times, string last, string expected)
    {
        for (int level = 0; level < levels; level++)
            Folder.File($"{level}.csx", string.Concat(Enumerable.Repeat($"#!import {level + 1}.csx\n", times)));
        Folder.File($"{levels}.csx", last);
        using var session = new TestSession(new SessionOptions { Folder = Folder.Path });

        Shown shown = await session.Run("#!import 0.csx\n6 * 7").WaitAsync(_watchdog, Cancellation);

        (shown.Plain ?? shown.Traceback).ShouldContain(expected);
    }

    private string Fifo(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no named pipes in folders.");
        Assert.Equal(0, Programs.Run("mkfifo", Folder.At(name)).ExitCode);
        return Folder.At(name);
    }
}

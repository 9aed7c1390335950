namespace NeuralNotebooks.Cli.Tests;

public sealed partial class WatchTests : FolderedTests
{
    [Fact]
    public async Task After_each_save_what_has_changed_and_the_cells_below_run_and_the_page_is_new()
    {
        string lesson = Folder.At("lesson.cs");
        Save("x + 1");
        using StringWriter written = new(), errors = new();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var terminal = new Terminal(TextWriter.Synchronized(written), TextWriter.Synchronized(errors), IsLive: false);
        Task<int> watching = CommandLine.InvokeAsync(
            ["run", "--watch", lesson, "--output", Folder.At("out")], terminal, end.Token);

        await WaitFor(runs: 1);
        Assert.Equal("ab", Ran());
        Page().ShouldContain("21");

        Save("x + 2");
        await WaitFor(runs: 2);
        Assert.Equal("abb", Ran());
        Page().ShouldContain("22");
        Said().ShouldContain("Cell 2 and those below have run.");

        Save("x +");
        await WaitFor(runs: 3);
        Said().ShouldContain("lesson.cs, cell 2, line 7");
        File.Delete(lesson);
        await WaitFor(runs: 4);
        Said().ShouldContain("There is no file");
        Assert.Equal("abb", Ran());

        Save("while (true) {}");
        await Wait.UntilAsync(() => Ran() == "abbb");
        Save("x++");
        await WaitFor(runs: 5);
        Assert.Equal("abbbb", Ran());
        Save("x + 30"); // The cell has changed the variable of the first one, so both run.
        await WaitFor(runs: 6);
        Assert.Equal("abbbbab", Ran());
        Page().ShouldContain("50");
        Folder.File("lesson.claims.cs", "// %% after=first\nif (x != 20) throw new System.Exception();\n");
        await WaitFor(runs: 7);
        Assert.Equal("abbbbabb", Ran()); // The claim needs the variables as they were after the first cell.
        Folder.File("lesson.claims.cs", "// %% after=first\nif (x == 20) throw new System.Exception();\n");
        await WaitFor(runs: 8);
        Said().ShouldContain("lesson.claims.cs, line 2");
        await end.CancelAsync();
        Assert.Equal(ExitCode.Interrupted, await watching);

        void Save(string last)
        {
            string log = $"System.IO.File.AppendAllText(@\"{Folder.At("log")}\", ";
            Folder.File("new", $"// %% first\n{log}\"a\");\nint x = 20;\n\n// %% last\n{log}\"b\");\n{last}\n");
            File.Move(Folder.At("new"), lesson, overwrite: true);
        }

        string Ran() => File.Exists(Folder.At("log")) ? File.ReadAllText(Folder.At("log")) : "";

        string Page() => File.ReadAllText(Folder.At("out/lesson.html"));

        string Said()
        {
            lock (terminal.Output)
                return written.ToString();
        }

        Task WaitFor(int runs) => Wait.UntilAsync(() => Waiting().Count(Said()) == runs);
    }

    [GeneratedRegex("Waiting until .* is saved")]
    private static partial Regex Waiting();
}

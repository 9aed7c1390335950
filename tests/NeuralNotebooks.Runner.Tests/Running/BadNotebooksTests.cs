using System.Globalization;

namespace NeuralNotebooks.Runner.Tests;

public class BadNotebooksTests(BadNotebooks bad) : IClassFixture<BadNotebooks>
{
    [Theory]
    [InlineData("exception", 2, "no good")]
    [InlineData("exit", null, "Environment.Exit(0)")]
    [InlineData("fail-fast", null, "no way on")]
    [InlineData("stack-overflow", null, "stack overflow")]
    [InlineData("killed", null, "exit code 137")]
    [InlineData("endless-allocation", null, "400 MB (--memory)")]
    [InlineData("endless-native-allocation", null, "400 MB (--memory)")]
    [InlineData("writes-to-channel", null, "corrupted the channel")]
    [InlineData("closes-channel", null, "corrupted the channel")]
    public void A_bad_cell_fails_with_one_message_and_only_the_cells_after_it_are_not_run(
        string name,
        int? line,
        string message
    )
    {
        NotebookRun run = bad.Run(name);

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
        AssertFailedInCellTwo(run, message);
        if (line is not null)
            Assert.Equal(line, run.Error!.Line);
    }

    [Fact]
    public void An_exception_that_a_cell_has_left_behind_fails_the_cell_that_started_it_and_the_next_are_not_run()
    {
        NotebookRun run = bad.Run("exception-after-the-cell");

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal(
            [CellStatus.Passed, CellStatus.Failed, CellStatus.Passed, CellStatus.NotRun],
            run.Cells.Select(cell => cell.Status)
        );
        AssertFailedInCellTwo(run, "lost");
    }

    [Theory]
    [Cases("endless-loop", "endless-output")]
    public void An_endless_cell_is_stopped_at_its_limit(string name)
    {
        NotebookRun run = bad.Run(name);

        Assert.Equal(RunStatus.TimedOut, run.Status);
        Assert.Equal(
            [CellStatus.Passed, CellStatus.TimedOut, CellStatus.NotRun],
            run.Cells.Select(cell => cell.Status)
        );
        AssertFailedInCellTwo(
            run,
            string.Create(CultureInfo.InvariantCulture, $"{bad.Limit.TotalSeconds} seconds (--cell-timeout)")
        );
    }

    [Theory]
    [Cases("exit", "stack-overflow", "endless-loop", "endless-allocation", "writes-to-channel")]
    public void A_failed_run_is_written_beside_an_earlier_good_one_which_stays_as_it_was(string name)
    {
        NotebookRun run = bad.Run(name);

        Assert.Equal(BadNotebooks.EarlierOutput, File.ReadAllText(bad.Executed.FileOf(run.Path)));
        var failed = Notebook.Read(bad.Executed.FailedFileOf(run.Path));
        ErrorOutput error = Assert.IsType<ErrorOutput>(failed.CodeCells.ElementAt(1).Outputs[^1]);
        Assert.Equal(run.Error!.Message, error.Message);
    }

    [Theory]
    [Cases("exception", "exit", "endless-loop")]
    public void What_a_cell_printed_before_it_failed_is_kept(string name) =>
        Assert.Equal("before\n", Text(bad.Run(name), cell: 2, StreamName.Stdout));

    [Fact]
    public void A_good_notebook_among_bad_ones_passes_and_replaces_its_earlier_output()
    {
        NotebookRun run = bad.Run(BadNotebooks.Good);

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Null(run.Error);
        var written = Notebook.Read(bad.Executed.FileOf(run.Path));
        CodeCell[] cells = [.. written.CodeCells];
        Assert.Equal([1, 2, 3], cells.Select(cell => cell.ExecutionCount ?? 0));
        var printed = Assert.IsType<StreamOutput>(Assert.Single(cells[1].Outputs));
        Assert.Equal((StreamName.Stdout, "the answer is\n"), (printed.Name, printed.Text));
        Assert.Equal(
            "42",
            Assert.IsType<ExecuteResult>(Assert.Single(cells[2].Outputs)).Data.Text(MimeBundle.PlainText)
        );
        Assert.False(File.Exists(bad.Executed.FailedFileOf(run.Path)));
        Assert.True(run.PeakMemory > 10_000_000);
    }

    [Fact]
    public void Ten_megabytes_of_output_are_cut_with_a_sentence_that_says_how_much_was_left_out()
    {
        NotebookRun run = bad.Run("ten-megabytes");

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal(OutputLimits.Text, Text(run, cell: 2, StreamName.Stdout).Length);
        Text(run, cell: 2, StreamName.Stderr).ShouldContain("9,000,000 more characters were left out");
        Assert.Single(run.Cells[2].Outputs);
    }

    [Fact]
    public void Endless_output_does_not_grow_without_limit()
    {
        string printed = Text(bad.Run("endless-output"), cell: 2, StreamName.Stdout);

        Assert.InRange(printed.Length, 6, OutputLimits.Text);
        printed.ShouldStartWith("1\n2\n3\n");
    }

    [Fact]
    public void A_cell_that_closes_standard_output_takes_nothing_from_later_cells()
    {
        NotebookRun run = bad.Run("closes-stdout");

        Assert.Equal(RunStatus.Passed, run.Status);
        Assert.Equal("still here\n", Text(run, cell: 2, StreamName.Stdout));
        Assert.Equal("2", Assert.IsType<ExecuteResult>(run.Cells[2].Outputs[^1]).Data.Text(MimeBundle.PlainText));
    }

    [Fact]
    public void What_another_program_prints_belongs_to_the_cell_that_started_it()
    {
        NotebookRun run = bad.Run("child-process");

        Assert.Equal("from a child\n", Text(run, cell: 1, StreamName.Stdout));
        Assert.Equal("and an error\n", Text(run, cell: 1, StreamName.Stderr));
        Assert.Equal("second\n", Text(run, cell: 2, StreamName.Stdout));
    }

    [Fact]
    public void A_program_that_a_cell_has_left_behind_is_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets us find the children of a process that is gone.");
        Assert.Equal(RunStatus.Failed, bad.Run("leaves-child").Status);
        int id = int.Parse(File.ReadAllText(Path.Combine(bad.Folder, "child.txt")), CultureInfo.InvariantCulture);

        Assert.False(IsRunning(id));
    }

    [Fact]
    public void The_stack_of_a_dying_process_names_the_notebooks_own_method()
    {
        RunError error = bad.Run("stack-overflow").Error!;

        Assert.Contains(error.Traceback!, frame => frame.Contains("Deeper"));
        Assert.DoesNotContain(error.Traceback!, frame => frame.Contains("NeuralNotebooks.Engine"));
    }

    private static void AssertFailedInCellTwo(NotebookRun run, string message)
    {
        RunError error = run.Error!;
        Assert.Equal(2, error.Cell);
        error.Where.ShouldStartWith($"{run.FileName}, cell 2");
        $"{error.Name}: {error.Message}".ShouldContain(message);
        Assert.Equal(error.Message, Assert.Single(run.Cells[1].Outputs.OfType<ErrorOutput>()).Message);
    }

    private static string Text(NotebookRun run, int cell, StreamName stream) =>
        string.Concat(
            run.Cells[cell - 1]
                .Outputs.OfType<StreamOutput>()
                .Where(output => output.Name == stream)
                .Select(output => output.Text)
        );

    /// <summary>An ended process may stay in the list until its parent has reaped it.</summary>
    private static bool IsRunning(int id)
    {
        string status = $"/proc/{id}/status";
        return File.Exists(status) && !File.ReadAllText(status).Contains("State:\tZ");
    }
}

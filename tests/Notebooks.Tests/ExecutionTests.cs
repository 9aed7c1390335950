namespace Notebooks.Tests;

/// <summary>Every notebook runs from top to bottom, its solutions solve its checkpoints, and nothing else depends on
/// host, locale or run.</summary>
public partial class ExecutionTests(CourseRuns runs) : IClassFixture<CourseRuns>
{
    [Theory]
    [EveryNotebook]
    public async Task A_notebook_runs_as_it_is_committed(CourseNotebook notebook)
    {
        Nightly.Only();
        CourseRun run = await runs.Committed(notebook);

        Assert.True(run.Failure is null, run.Failure);
        Assert.All(
            Checkpoint.Of(notebook), checkpoint => Assert.True(VerdictOf(run, checkpoint) is "not-yet" or "almost"));
    }

    [Theory]
    [EveryNotebook]
    public async Task The_folded_solutions_pass_their_checks(CourseNotebook notebook)
    {
        if (Path.GetFileName(notebook.Path)[..2] is not ("00" or "01" or "03" or "05" or "A-"))
            Nightly.Only(); // The others train for long.
        CourseRun run = await runs.Solved(notebook);

        Assert.True(run.Failure is null, run.Failure);
        Assert.All(Checkpoint.Of(notebook), checkpoint => Assert.Equal("correct", VerdictOf(run, checkpoint)));
    }

    [Theory]
    [EveryNotebook]
    public async Task Another_host_and_another_locale_change_nothing_but_the_verdicts(CourseNotebook notebook)
    {
        Nightly.Only();
        HashSet<string> others =
        [
            .. Checkpoint.Of(notebook).Select(checkpoint => checkpoint.Starter.Id),
            .. notebook.Code.Where(cell => cell.IsMeasured).Select(cell => cell.Id),
            "own-film", // The order of the loops that the reader writes in 07.
        ];
        CourseRun committed = await runs.Committed(notebook), other = await runs.Elsewhere(notebook);

        foreach (CourseCell cell in notebook.Code.Where(cell => !others.Contains(cell.Id)))
        {
            string first = committed.Shown.GetValueOrDefault(cell.Id, "not run"),
                second = other.Shown.GetValueOrDefault(cell.Id, "not run, either");
            Assert.True(
                first == second,
                $"Cell {cell.Number} ({cell.Id}) shows something else in another host or locale:\n{first}\n{second}");
        }
    }

    [Theory]
    [EveryNotebook]
    public async Task A_notebook_runs_again_in_the_same_session(CourseNotebook notebook)
    {
        Nightly.Only();
        CourseRun run = await CourseRuns.Twice(notebook);

        Assert.True(run.Failure is null, run.Failure);
    }

    /// <summary>A right piece may draw other weights, or find relu′ in another way. A wrong one may learn nothing,
    /// and has to be mended before <c>Learn</c> is judged.</summary>
    [Theory]
    [InlineData("correct", "Backward", "Z[l - 1].Map(z => z > 0 ?", "A[l - 1].Map(a => a != 0 ?")]
    [InlineData("correct", "He", "inputs, seed)", "inputs, seed + 1)")]
    [InlineData("not-yet", "Backward", "(W[l].T * δ)", "(-1 * W[l].T * δ)")]
    [InlineData("almost", "Step", "(Math.Sqrt(S[i, j] / ofS) + ε)", "Math.Sqrt(-S[i, j])")]
    [InlineData("not-yet", "He", "Math.Sqrt(2.0 / inputs)", "0")]
    public async Task A_network_of_ones_own_runs_with_another_piece(
        string verdict, string piece, string old, string other)
    {
        Nightly.Only();
        CourseNotebook notebook = "10-your-network.ipynb";
        notebook = notebook.With(old, other).With($"Pieces.Reference({piece})", $"Check.{piece}({piece})");
        CourseRun run = await CourseRuns.RunAsync(notebook, Checkpoint.Solve(notebook), "C.UTF-8");

        Assert.True(run.Failure is null, run.Failure);
        Assert.Equal(verdict, VerdictOf(run, $"piece-{piece.ToLowerInvariant()}"));
        Assert.Equal(verdict == "correct" ? "correct" : "not-yet", VerdictOf(run, Checkpoint.Of(notebook)[0]));
        Assert.Contains($"({(verdict == "correct" ? 2 : 0)} of 6 functions are yours)", run.Shown["train-run"]);
    }

    [Fact]
    public async Task A_circuit_is_drawn_by_the_readers_gate_if_it_is_right_and_by_the_courses_otherwise()
    {
        Nightly.Only();
        CourseNotebook notebook = "01-scalar-gates.ipynb";
        const string Rest = ", Data = a.Data * b.Data, Inputs";      // The course's gate has two lines.
        notebook = notebook.With($"\\\"×\\\"{Rest}", $"\\\"MINE\\\"{Rest}");
        CourseRun own = await CourseRuns.RunAsync(notebook, Checkpoint.Solve(notebook), "C.UTF-8");
        Assert.Contains("MINE", own.Shown["forward-code"]);

        CourseRun unsolved = await runs.Committed("01-scalar-gates.ipynb");
        Assert.Contains("×", unsolved.Shown["forward-code"]);
    }

    private static string VerdictOf(CourseRun run, Checkpoint checkpoint) => VerdictOf(run, checkpoint.Starter.Id);

    private static string VerdictOf(CourseRun run, string cell)
    {
        string shown = run.Shown[cell];
        return Verdict().Match(shown) is { Success: true } match
            ? match.Groups["state"].Value
            : $"no verdict in: {shown}";
    }

    /// <remarks>The type is the one by which a page finds the verdict: the tests of pages have it, too.</remarks>
    [GeneratedRegex("application/vnd\\.neuralnotebooks\\+json: \\{[^{}]*\"verdict\": ?\"(?<state>[a-z-]+)\"")]
    private static partial Regex Verdict();
}

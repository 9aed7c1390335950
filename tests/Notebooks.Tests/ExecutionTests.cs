using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace Notebooks.Tests;

/// <summary>Every notebook runs from top to bottom, each in a process of its own, and its solutions solve its checkpoints.</summary>
public partial class ExecutionTests
{
    private static readonly ConcurrentDictionary<string, Task<NotebookRun>> _runs = new();

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public async Task A_notebook_runs_as_it_is_committed(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);

        NotebookRun run = await AsCommitted(notebook);

        AssertPassed(run);
        Assert.All(Checkpoint.Of(notebook), checkpoint => Assert.Equal("not-yet", VerdictOf(run, checkpoint)));
    }

    /// <summary>Under a locale with a decimal comma, so that a number that follows the locale is seen here as well.</summary>
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public async Task The_folded_solutions_pass_their_checks_under_another_locale_and_nothing_else_changes(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);
        using var solved = new SolvedNotebook(notebook);

        Task<NotebookRun> asCommitted = AsCommitted(notebook);
        NotebookRun run = await Run(solved.Path, ("LC_ALL", "de_DE.UTF-8"));

        AssertPassed(run);
        Assert.All(Checkpoint.Of(notebook), checkpoint => Assert.Equal("correct", VerdictOf(run, checkpoint)));
        AssertSameOutputs(await asCommitted, run, except: [
            .. Checkpoint.Of(notebook).Select(checkpoint => checkpoint.Starter.Id),
            .. notebook.Code.Where(cell => cell.IsMeasured).Select(cell => cell.Id)]);
    }

    /// <summary>By nbconvert, which runs the cells by nbclient, in a kernel of ours.</summary>
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public async Task A_notebook_shows_the_same_in_Jupyter(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);
        using PythonClient python = PythonClient.With("nbconvert", "nbclient");

        Task<NotebookRun> asCommitted = AsCommitted(notebook);
        (int exitCode, string output) = python.Run(
            "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=300", "--output-dir", python.Folder, notebook.Path);

        Assert.True(exitCode == 0, output);
        Notebook executed = Notebook.Read(Path.Combine(python.Folder, name));
        HashSet<string> measured = [.. notebook.Code.Where(cell => cell.IsMeasured).Select(cell => cell.Id)];
        foreach ((CellRun expected, CodeCell actual) in (await asCommitted).Cells.Zip(executed.CodeCells).Where(pair => !measured.Contains(pair.First.Id)))
        {
            Assert.Equal(expected.Id, actual.Id);
            Assert.True(Shown(expected.Outputs) == Shown(actual.Outputs), $"{name}, cell {expected.Number} ({expected.Id}) shows other things in Jupyter:\n{Shown(expected.Outputs)}\n{Shown(actual.Outputs)}");
        }
    }

    /// <summary>One run serves all tests.</summary>
    private static Task<NotebookRun> AsCommitted(CourseNotebook notebook) => _runs.GetOrAdd(notebook.Path, path => Run(path));

    private static Task<NotebookRun> Run(string path, params (string Name, string Value)[] environment)
    {
        var options = new RunOptions { Environment = environment.ToDictionary(variable => variable.Name, variable => variable.Value) };
        return new NotebookRunner(options).RunAsync(path, cancellation: TestContext.Current.CancellationToken);
    }

    private static void AssertPassed(NotebookRun run)
    {
        Assert.True(run.Status == RunStatus.Passed, $"{run.Error?.Where ?? run.FileName}: {run.Status}. {run.Error?.Message}\n{run.Error?.SourceLine}");
    }

    private static string VerdictOf(NotebookRun run, Checkpoint checkpoint)
    {
        string shown = Shown(run.Cells.Single(cell => cell.Id == checkpoint.Starter.Id).Outputs);
        return Verdict().Match(shown) is { Success: true } match ? match.Groups["state"].Value : $"no verdict in: {shown}";
    }

    private static void AssertSameOutputs(NotebookRun expected, NotebookRun actual, HashSet<string> except)
    {
        foreach ((CellRun first, CellRun second) in expected.Cells.Zip(actual.Cells).Where(pair => !except.Contains(pair.First.Id)))
        {
            Assert.True(Shown(first.Outputs) == Shown(second.Outputs), $"{expected.FileName}, cell {first.Number} ({first.Id}) shows other things in another run:\n{Shown(first.Outputs)}\n{Shown(second.Outputs)}");
        }
    }

    /// <summary>Clients may keep a text that was written in several pieces as several outputs.</summary>
    private static string Shown(IEnumerable<Output> outputs) => string.Concat(outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        DisplayData display => $"\n{Shown(display.Data)}\n",
        ExecuteResult result => $"\n{Shown(result.Data)}\n",
        _ => output.ToString(),
    }));

    private static string Shown(MimeBundle bundle) => string.Join("\n", bundle.Select(representation => $"{representation.Key}: {representation.Value}"));

    [GeneratedRegex("data-verdict=\"(?<state>[a-z-]+)\"")]
    private static partial Regex Verdict();
}

using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>Notebooks of dialogues, each run once in a process of its own.</summary>
public sealed partial class DialogueTests : FolderedTests
{
    [Theory]
    [FactsOf("Running/Cells")]
    public Task A_notebook_that_keeps_going(string fact) => Check("Running/Cells", fact, new() { KeepGoing = true });

    [Theory]
    [FactsOf("Running/BadCells")]
    public Task A_notebook_that_ends_at_a_bad_cell(string fact) => Check("Running/BadCells", fact, new());

    private async Task Check(string file, string fact, RunOptions options)
    {
        if (fact.EndsWith("(nightly)", StringComparison.Ordinal))
            Nightly.Only();
        Assert.SkipWhen(fact.Contains("(Unix)") && OperatingSystem.IsWindows(), "Uses what only Unix has.");
        IReadOnlyList<Saying> cells = ApprovedTexts.Said(file, fact);
        string path = Folder.Notebook("a.ipynb", [.. cells.Select(cell => cell.Text)]);

        NotebookRun run = await Runs.Of(path, options);

        Assert.Equal(
            run.Cells.SelectMany(cell => cell.Outputs), run.Executed!.CodeCells.SelectMany(cell => cell.Outputs));
        ApprovedTexts.Check(
            file, fact, string.Concat(cells.Zip(run.Cells, (said, cell) => said.Written + Shown(cell))));
    }

    private string Shown(CellRun cell)
    {
        var shown = new Shown();
        foreach (Output output in cell.Outputs)
            shown.Emit(output);
        string error = cell.Error is { } e ? $"{cell.Status}, {e.Where}: {e.Name}: {e.Message}"
            : cell.Status == CellStatus.NotRun ? "not run"
            : "";
        // Of the stack trace only the cell's own methods are shown: the others differ between versions of the runtime.
        IEnumerable<string> stack = cell.Error is { Kind: ErrorKind.ProcessEnded, Traceback: { } frames }
            ? frames.Where(f => OwnMethod().IsMatch(f.Text)).Select(f => Number().Replace(f.Text, "N")).Distinct()
            : [];
        string text = string.Concat(
            ((string[])[shown.Order, error, .. stack])
                .Where(line => line.Length > 0)
                .Select(line => line.TrimEnd('\n') + "\n"));
        text = Long().Replace(text, much => $"{much.Value[0]}… ({much.Length} characters)");
        // A temporary folder may be behind a link.
        return Regex.Replace(text, $@"[\w./\\:~-]*{Path.GetFileName(Folder.Path)}[/\\]", "FOLDER/");
    }

    [GeneratedRegex(@"(.)\1{1000,}|(x+\n){1000,}")]
    private static partial Regex Long();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^at \w+\(")]
    private static partial Regex OwnMethod();
}

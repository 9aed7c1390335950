using NeuralNotebooks.Engine.Tests;

namespace NeuralNotebooks.Runner.Tests;

/// <summary>Notebooks of dialogues, each run once in a process of its own that keeps going.</summary>
public sealed class DialogueTests : IDisposable
{
    private const string Cells = "Running/Cells";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [FactsOf(Cells)]
    public async Task A_notebook(string fact)
    {
        IReadOnlyList<Saying> cells = ApprovedTexts.Said(Cells, fact);
        string path = _folder.Notebook("a.ipynb", [.. cells.Select(cell => cell.Text)]);

        NotebookRun run = await Runs.Of(path, new() { KeepGoing = true });

        Assert.Equal(
            run.Cells.SelectMany(cell => cell.Outputs),
            run.Executed!.CodeCells.SelectMany(cell => cell.Outputs)
        );
        ApprovedTexts.Check(
            Cells,
            fact,
            string.Concat(cells.Zip(run.Cells, (said, cell) => said.Written + Shown(cell)))
        );
    }

    private string Shown(CellRun cell)
    {
        var shown = new Shown();
        foreach (Output output in cell.Outputs)
            shown.Emit(output);
        string error = cell.Error is { } e ? $"{cell.Status}, {e.Where}: {e.Name}: {e.Message}" : "";
        return string.Concat(
            ((string[])[shown.Order, error])
                .Where(line => line.Length > 0)
                .Select(line =>
                    line.Replace(_folder.Path + Path.DirectorySeparatorChar, "FOLDER/").TrimEnd('\n') + "\n"
                )
        );
    }
}

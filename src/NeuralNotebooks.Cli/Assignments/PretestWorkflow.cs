using NeuralNotebooks.Classroom;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn assign pretest</c>, step by step: find the release in the notebook's folder, run the notebook by its
/// rules, show which answers would not count.</summary>
internal sealed class PretestWorkflow(Terminal terminal)
{
    public async Task<int> RunAsync(string notebook, CancellationToken cancellation)
    {
        if (!File.Exists(notebook))
            return terminal.Fail(ExitCode.NotFound, $"There is no file {notebook}.");
        try
        {
            if (ReleasedAssignment.For(notebook) is not { } assignment)
                return terminal.Fail(
                    ExitCode.NotFound,
                    $"{notebook}: there is no {ReleasedAssignment.FileName} beside it. Expected the notebook in the "
                        + $"folder that was handed out, with kit and kit.csx."
                );
            using var kit = new JudgedKit(Path.Combine(assignment.Folder, ReleasedKit.Script));
            await using var judge = new Judge();
            Receipt receipt = await Pretest.RunAsync(
                assignment,
                await File.ReadAllBytesAsync(notebook, cancellation),
                judge,
                new JudgeOptions { KitScript = kit.Script },
                cancellation
            );
            return Show(receipt, Path.GetFileName(notebook));
        }
        catch (Exception e) when (e is SubmissionException or NotebookFormatException)
        {
            return terminal.Fail(ExitCode.UnusableInput, $"{notebook}: {e.Message}");
        }
    }

    private int Show(Receipt receipt, string name)
    {
        foreach (string line in (receipt with { File = name }).Lines())
            terminal.WriteLine(line);
        bool counts = receipt.Lost == default(Points);
        terminal.WriteLine(
            counts
                ? "Everything would be graded. Hidden tests will then check whether it is correct."
                : $"{Readable.Number(receipt.Lost)} of "
                    + $"{Readable.Points(Points.Sum(receipt.Tasks.Select(task => task.Points)))} would be lost."
        );
        return counts ? ExitCode.Passed : ExitCode.Failed;
    }
}

using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary>Shows the progress of a run: live on a terminal, as plain lines elsewhere.</summary>
internal static class RunProgress
{
    public static Task<IReadOnlyList<NotebookRun>> ShowAsync(
        Terminal terminal,
        IReadOnlyList<string> notebooks,
        Func<IProgress<RunEvent>, Task<IReadOnlyList<NotebookRun>>> run
    ) =>
        terminal.IsLive && terminal.Console.Profile.Capabilities.Ansi
            ? LiveProgress.ShowAsync(terminal.Console, notebooks, run)
            : PlainProgress.ShowAsync(terminal.Output, run);
}

namespace NeuralNotebooks.Cli;

internal static class SourceProblemsView
{
    public static int Show(Terminal terminal, SourceSelection selection, int withErrors)
    {
        foreach (string path in selection.NotFound)
            terminal.WriteError($"There is no file or folder {path}.");
        foreach (string reason in selection.NoAssignments)
            terminal.WriteError(reason);
        foreach (SourceProblem problem in selection.Problems)
            terminal.WriteError($"error: {problem}");
        return selection.NoAssignments.Count > 0 ? ExitCode.UnusableInput
            : selection.NotFound.Count > 0 ? ExitCode.NotFound
            : selection.Problems.Count > 0 ? withErrors
            : ExitCode.Passed;
    }
}

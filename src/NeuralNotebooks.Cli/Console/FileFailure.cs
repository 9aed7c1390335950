namespace NeuralNotebooks.Cli;

internal static class FileFailure
{
    public static bool Is(Exception e) => e is NotebookFormatException or IOException or UnauthorizedAccessException;

    public static int Show(Exception e, string path, Terminal terminal) =>
        e is NotebookFormatException ? terminal.Fail(ExitCode.UnusableInput, e.Message)
        : e is FileNotFoundException or DirectoryNotFoundException
            ? terminal.Fail(ExitCode.NotFound, $"There is no file {path}.")
        : terminal.Fail(ExitCode.Failed, e.Message);
}

namespace NeuralNotebooks.Cli;

/// <summary>Handles exceptions while a command reads or writes a notebook.</summary>
internal static class FileFailure
{
    public static bool Is(Exception e) => e is NotebookFormatException or IOException or UnauthorizedAccessException;

    /// <summary>Writes an error message for such an exception.</summary>
    /// <returns>The exit code.</returns>
    public static int Show(Exception e, string path, Terminal terminal) =>
        e is NotebookFormatException ? terminal.Fail(ExitCode.UnusableInput, e.Message)
        : e is FileNotFoundException or DirectoryNotFoundException
            ? terminal.Fail(ExitCode.NotFound, $"There is no file {path}.")
        : terminal.Fail(ExitCode.Failed, e.Message);
}

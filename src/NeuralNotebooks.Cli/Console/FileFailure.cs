using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli;

/// <summary>A notebook that a command cannot read or write.</summary>
internal static class FileFailure
{
    public static bool Is(Exception e) =>
        e is NotebookFormatException or IOException or UnauthorizedAccessException;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>The exit code.</returns>
    public static int Show(Exception e, string path, Terminal terminal) =>
        e is NotebookFormatException ? terminal.Fail(ExitCode.NotCSharp, e.Message)
        : File.Exists(path) ? terminal.Fail(ExitCode.CellFailed, e.Message)
        : terminal.Fail(ExitCode.NotFound, $"There is no file {path}.");
}

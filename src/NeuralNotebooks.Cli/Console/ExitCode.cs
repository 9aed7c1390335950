using NeuralNotebooks.Jupyter.Installation;

namespace NeuralNotebooks.Cli;

internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>A cell or a check has failed, or a submission could not be graded.</summary>
    public const int Failed = 1;

    public const int TimeLimit = 2;
    public const int NotFound = 3;

    /// <summary>The input exists, but the command cannot use it: a file is not a C# notebook, or there is nothing to
    /// grade.</summary>
    public const int UnusableInput = 4;

    public const int Usage = SystemExit.Usage;
    public const int Broken = SystemExit.Broken;
    public const int Interrupted = 130;

    /// <summary>The exit codes that mean the same for all commands.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> OfAll { get; } =
        [
            (Usage, "the command line was not understood"),
            (Broken, "nn itself failed: a file or the system, or a fault in nn"),
            (Interrupted, "interrupted with Ctrl-C"),
        ];

    public static int Of(IEnumerable<NotebookRun> runs) =>
        runs.Select(run => Of(run.Status)).DefaultIfEmpty(Passed).Max();

    /// <summary>The exit code of a command that an exception has ended.</summary>
    public static int Of(Exception e) => e switch
    {
        TableException or InvalidDataException or NotebookFormatException => UnusableInput,
        FolderInUseException or KernelNameTakenException => Failed,
        _ => Broken,
    };

    private static int Of(RunStatus status) => status switch
    {
        RunStatus.Passed => Passed,
        RunStatus.Failed => Failed,
        RunStatus.TimedOut => TimeLimit,
        RunStatus.NotFound => NotFound,
        RunStatus.NotANotebook or RunStatus.NotCSharp => UnusableInput,
        _ => Interrupted,
    };
}

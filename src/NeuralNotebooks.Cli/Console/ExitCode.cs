namespace NeuralNotebooks.Cli;

/// <summary>The exit codes of the command line.</summary>
internal static class ExitCode
{
    public const int Passed = 0;

    /// <summary>A cell, a check or the command itself has failed.</summary>
    public const int Failed = 1;

    public const int TimeLimit = 2;
    public const int NotFound = 3;

    /// <summary>The input exists, but the command cannot use it: a file is not a C# notebook, or there is nothing to
    /// grade.</summary>
    public const int UnusableInput = 4;

    public const int Usage = SystemExit.Usage;
    public const int Interrupted = 130;

    /// <summary>The part of the help of <c>nn run</c> that describes the exit codes.</summary>
    public static string OfRun { get; } = Invariant($"""
        Exit codes (over several notebooks the largest below {Usage}):
          {Passed,-4} every notebook passed
          {Failed,-4} a cell failed, ended its process or used too much memory, or a result or the live pages
               could not be written
          {TimeLimit,-4} a time limit was reached
          {NotFound,-4} a notebook or folder was not found
          {UnusableInput,-4} a file is not a C# notebook
          {Usage,-4} the command line was not understood
          {Interrupted,-4} interrupted with Ctrl-C, or the terminal was closed (but not under nohup)
        """);

    /// <summary>The part of the help of <c>nn assign</c> that describes the exit codes.</summary>
    public static string OfAssign { get; } = Invariant($"""
        Exit codes:
          {Passed,-4} no assignment has errors
          {Failed,-4} an assignment has errors, or a release could not be written
          {NotFound,-4} a source was not found
          {UnusableInput,-4} a file is no notebook, or has no task
          {Usage,-4} the command line was not understood
          {Interrupted,-4} interrupted with Ctrl-C
        """);

    /// <summary>The part of the help of <c>nn grade</c> that describes the exit codes.</summary>
    public static string OfGrade { get; } = Invariant($"""
        Exit codes:
          {Passed,-4} everything was graded, whatever the points
          {Failed,-4} a submission could not be graded: it is named, and its score is empty; or a result could not be
               written
          {NotFound,-4} the submissions or a source were not found
          {UnusableInput,-4} there are no submissions, or a source is no assignment, or one with errors
          {Usage,-4} the command line was not understood, or there is no sandbox
          {Interrupted,-4} interrupted with Ctrl-C: go on with --resume
        """);

    /// <summary>The largest exit code of several runs.</summary>
    public static int Of(IEnumerable<NotebookRun> runs) =>
        runs.Select(run => Of(run.Status)).DefaultIfEmpty(Passed).Max();

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

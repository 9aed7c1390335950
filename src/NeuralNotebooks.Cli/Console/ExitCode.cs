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

    public const int Usage = 64;
    public const int Interrupted = 130;

    /// <summary>The part of the help of <c>nn run</c> that describes the exit codes.</summary>
    public const string OfRun = """
        Exit codes (over several notebooks the largest below 64):
          0    every notebook passed
          1    a cell failed, ended its process or used too much memory, or a result or the live pages
               could not be written
          2    a time limit was reached
          3    a notebook or folder was not found
          4    a file is not a C# notebook
          64   the command line was not understood
          130  interrupted with Ctrl-C, or the terminal was closed (under nohup a run goes on)
        """;

    /// <summary>The part of the help of <c>nn assign</c> that describes the exit codes.</summary>
    public const string OfAssign = """
        Exit codes:
          0    no assignment has errors; all of a notebook would be graded
          1    an assignment has errors, a release could not be written, or an answer would not count
          3    a source was not found
          4    a file is no notebook, or has no task
          64   the command line was not understood
          130  interrupted with Ctrl-C
        """;

    /// <summary>The part of the help of <c>nn grade</c> that describes the exit codes.</summary>
    public const string OfGrade = """
        Exit codes:
          0    everything was graded, whatever the points
          1    a submission could not be graded: it is named, and its score is empty; or a result could not be written
          3    the submissions or a source were not found
          4    there are no submissions, or a source is no assignment, or one with errors
          64   the command line was not understood, or there is no sandbox
          130  interrupted with Ctrl-C: go on with --resume
        """;

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

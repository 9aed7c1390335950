namespace NeuralNotebooks.Runner;

/// <summary>What the runner and a worker process agree on, in addition to their messages.</summary>
internal static class WorkerProtocol
{
    /// <summary>The first command-line argument of a worker; the second is the name of the pipes, the third the kit's
    /// script for a notebook without one in its folder.</summary>
    public const string Verb = "worker";

    /// <summary>The exit code of a worker that can no longer send messages.</summary>
    public const int ChannelLost = 74;

    /// <summary>The environment variable with the path of the notebook, which Jupyter defines.</summary>
    public const string PathVariable = "JPY_SESSION_NAME";

    /// <summary>The environment variable that forbids to build projects, which <c>#r</c> names.</summary>
    public const string NoProjectsVariable = "NN_NO_PROJECTS";

    public static string Commands(string pipes) => pipes + "c";

    public static string Answers(string pipes) => pipes + "a";

    /// <summary>What a worker writes to its standard output and error when a cell has ended.</summary>
    public static string EndOfCell(string mark, int cell) => Invariant($"{mark}{cell:D8}");
}

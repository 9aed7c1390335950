namespace NeuralNotebooks.Course;

/// <summary>Settings of the run that a notebook can read.</summary>
public static class Kit
{
    /// <summary>Whether experiments that take minutes are run; otherwise the notebook only quotes their
    /// results.</summary>
    public static bool RunsInFull => IsSet(NotebookHost.FullVariable);

    /// <summary>Whether experiments have their small size: in the browser, and in a run with <c>--quick</c>.</summary>
    public static bool IsQuick => OperatingSystem.IsBrowser() || IsSet(NotebookHost.QuickVariable);

    /// <summary>The size of an experiment: <c>Kit.Size(full: 500, quick: 40)</c>. C# in a browser is some twenty to
    /// fifty times slower, so a live page uses the smaller size.</summary>
    /// <param name="full">The size on the user's own computer.</param>
    /// <param name="quick">The size in the browser and with <c>--quick</c>. What the text claims must hold at
    /// both.</param>
    public static int Size(int full, int quick) => IsQuick ? quick : full;

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";
}

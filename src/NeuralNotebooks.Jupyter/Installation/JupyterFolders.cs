using System.Diagnostics;

namespace NeuralNotebooks.Jupyter;

/// <summary>The folders in which Jupyter looks for kernels, as it documents them.</summary>
internal static class JupyterFolders
{
    private const string OfPrefix = "share/jupyter";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>The user's own.</summary>
    public static string User
    {
        get
        {
            if (Variable("JUPYTER_DATA_DIR") is { } chosen)
                return chosen;
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
        }
    }

    /// <summary>All that are known without asking Python, the first found first.</summary>
    public static IEnumerable<string> All =>
    [
        .. (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        User,
        .. Environments().Select(Of),
        .. OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : (string[])["/usr/local/share/jupyter", "/usr/share/jupyter"],
    ];

    /// <summary>The folder under an installation's prefix, such as <c>/usr/local</c> or that of a Python environment.</summary>
    public static string Of(string prefix) => Path.Combine(Path.GetFullPath(prefix), OfPrefix);

    /// <summary>The prefix of the Python environment that is active, or of the Python on the path; null when there is none.</summary>
    public static string? PythonPrefix()
        => Environments().FirstOrDefault() ?? AskPython("python3") ?? AskPython("python");

    private static IEnumerable<string> Environments() => ((string?[])[Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX")]).OfType<string>();

    private static string? AskPython(string python)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(python, ["-c", "import sys; print(sys.prefix)"]) { RedirectStandardOutput = true })!;
            string prefix = process.StandardOutput.ReadToEnd().Trim();
            return process.WaitForExit(_patience) && process.ExitCode == 0 && prefix.Length > 0 ? prefix : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

namespace NeuralNotebooks.Jupyter.Installation;

/// <summary>The folders in which Jupyter looks for kernels, as its documentation lists them.</summary>
internal static class JupyterFolders
{
    public static string User => Variable("JUPYTER_DATA_DIR") ?? DefaultUser;

    /// <summary>The user's folder without JUPYTER_DATA_DIR.</summary>
    public static string DefaultUser
    {
        get
        {
            string home = Folder(Environment.SpecialFolder.UserProfile);
            return OperatingSystem.IsWindows()
                    ? Path.Combine(Folder(Environment.SpecialFolder.ApplicationData), "jupyter")
                : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
                : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
        }
    }

    /// <summary>All folders that can be determined without running Python, in Jupyter's search order.</summary>
    public static IEnumerable<string> All =>
    [
        .. (Variable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        User,
        .. Environments().Select(Of),
        .. OperatingSystem.IsWindows()
            ? [Path.Combine(Folder(Environment.SpecialFolder.CommonApplicationData), "jupyter")]
            : (string[])["/usr/local/share/jupyter", "/usr/share/jupyter"],
    ];

    /// <summary>The folder under an installation's prefix, such as <c>/usr/local</c> or that of a Python
    /// environment.</summary>
    public static string Of(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    private static IEnumerable<string> Environments() =>
        ((string?[])[Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX")]).OfType<string>();

    /// <summary>The path of a folder even if the folder does not exist; by default the result would be empty.</summary>
    private static string Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

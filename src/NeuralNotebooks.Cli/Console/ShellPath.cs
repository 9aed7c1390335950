namespace NeuralNotebooks.Cli;

/// <summary>Writes a path so that it can be copied from a message into a shell.</summary>
internal static partial class ShellPath
{
    public static string Quoted(string path) =>
        Plain().IsMatch(path) ? path
        : OperatingSystem.IsWindows() ? $"\"{path}\""
        : $"'{path.Replace("'", @"'\''")}'";

    /// <summary>Matches paths that a shell does not change.</summary>
    [GeneratedRegex(@"^[\w./\\:~-]+$")]
    private static partial Regex Plain();
}

namespace NeuralNotebooks.Classroom;

/// <summary>Finds system programs.</summary>
internal static class ProgramFile
{
    /// <summary>The path of a program on the search path or in a standard folder; null if it is not found.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

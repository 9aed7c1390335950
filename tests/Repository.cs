namespace NeuralNotebooks.Tests;

/// <summary>The repository that these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The full path of a file or folder in the repository.</summary>
    public static string At(string name) => Path.GetFullPath(Path.Combine(Root, name));

    public static string Read(string name) => File.ReadAllText(At(name));

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "NeuralNotebooks.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder
            ?? throw new DirectoryNotFoundException(
                $"No folder above {AppContext.BaseDirectory} contains NeuralNotebooks.sln.");
    }
}

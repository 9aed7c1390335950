namespace NeuralNotebooks.Tests;

public static class Repository
{
    public static string Root { get; } = Find();

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

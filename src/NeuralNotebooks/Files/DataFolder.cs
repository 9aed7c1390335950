using System.Diagnostics.CodeAnalysis;

namespace NeuralNotebooks;

/// <summary>Finds data files that are too large to be embedded in the library: they are in a folder
/// <c>data</c>.</summary>
internal static class DataFolder
{
    /// <summary>The path of <c>data/file</c> in the folder of this library, in the working directory, or in a parent
    /// folder of either. (Notebooks load the library from a folder below the root of the repository, which has a folder
    /// <c>data</c>.)</summary>
    [UnconditionalSuppressMessage(
        "SingleFile", "IL3000", Justification = "It is empty in a program of one file; then its folder is taken.")]
    public static string Find(string file) =>
        Find(
            file,
            Path.GetDirectoryName(typeof(DataFolder).Assembly.Location) ?? AppContext.BaseDirectory,
            Environment.CurrentDirectory);

    internal static string Find(string file, params ReadOnlySpan<string> starts)
    {
        List<string> searched = [];
        foreach (string start in starts)
            for (
                DirectoryInfo? folder = start.Length == 0 ? null : new(start);
                folder is not null;
                folder = folder.Parent
            )
            {
                string data = Path.Combine(folder.FullName, "data");
                if (searched.Contains(data))
                    break;
                searched.Add(data);
                string path = Path.Combine(data, file);
                if (File.Exists(path))
                    return path;
            }
        throw new FileNotFoundException(
            $"There is no file '{file}' in any of these folders:\n  {string.Join("\n  ", searched)}\n" +
            "Put it into one of them, or pass its path.", file);
    }
}

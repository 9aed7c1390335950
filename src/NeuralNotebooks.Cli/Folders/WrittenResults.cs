using System.Text.Json;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Records which files in an output folder were written by runs, with a hash of their content. Other files,
/// and files that were edited since, must not be replaced.</summary>
internal sealed class WrittenResults(OutputFolder output)
{
    /// <summary>The name of the file with the list of results.</summary>
    public const string Inventory = ".nn-results.json";

    /// <summary>The folders of the notebooks that were run, by the paths of their results; empty in a copy from which
    /// the relative paths do not lead to these folders.</summary>
    public IReadOnlyDictionary<string, string> SourceFolders
    {
        get
        {
            var folders = Read(output).Where(entry => entry.Value.Source is not null)
                .ToDictionary(entry => FullPath(entry.Key), entry => FullPath(entry.Value.Source!));
            return folders.Values.Any(Directory.Exists) ? folders : [];
        }
    }

    /// <summary>
    /// Whether a file may be written: it does not exist, or it is unchanged since a run wrote it, this run or a
    /// concurrent one.
    /// </summary>
    /// <exception cref="IOException">The list of the results cannot be read.</exception>
    public bool MayReplace(string file)
        => File.Exists(file)
            ? Read(output).TryGetValue(NameOf(file), out Result? result) && result.Hash == HashOf(file)
            : !Directory.Exists(file);

    /// <summary>Records a file that was just written. The caller must hold the folder's lock.</summary>
    public void Add(string file, string notebook) => Record(file, NameOf(Path.GetDirectoryName(notebook)!));

    private void Record(string file, string? source)
    {
        Dictionary<string, Result> results = Read(output);
        results[NameOf(file)] = new(HashOf(file), source);
        var inOrder = results.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary();
        NamedFile.Write(Path.Combine(output.Path, Inventory), JsonSerializer.Serialize(inOrder));
    }

    private static Dictionary<string, Result> Read(OutputFolder output)
    {
        string inventory = Path.Combine(output.Path, Inventory);
        try
        {
            if (File.Exists(inventory))
                return (JsonSerializer.Deserialize<Dictionary<string, Result?>>(NamedFile.ReadAllText(inventory)) ?? [])
                    .Where(entry => entry.Value?.Hash is not null && IsPath(entry.Key) && IsPath(entry.Value.Source))
                    .ToDictionary(entry => entry.Key, entry => entry.Value!);
        }
        catch (JsonException)
        {
            return [];
        }

        // Earlier versions wrote no list. Their results are the notebooks that have a page in the site.
        return Directory.Exists(output.Notebooks)
            ? Directory
                .EnumerateFiles(output.Notebooks, "*.ipynb")
                .Where(file => CourseSite.HasPageOf(output.Path, file))
                .ToDictionary(file => NameOf(output, file), file => new Result(HashOf(file), null))
            : [];
    }

    /// <summary>Whether a text can be a path, since the file with the list may have been edited.</summary>
    private static bool IsPath(string? text) => text?.Contains('\0') != true;

    private string FullPath(string name) => Path.GetFullPath(Path.Combine(output.Path, name));

    private string NameOf(string file) => NameOf(output, file);

    private static string NameOf(OutputFolder output, string file) =>
        Path.GetRelativePath(output.Path, file).Replace('\\', '/');

    /// <returns>The hash of the content; empty if it cannot be read.</returns>
    private static string HashOf(string file) =>
        NamedFile.TryRead(
            () =>
            {
                using FileStream content = NamedFile.OpenRead(file);
                return HexHash.Of(content);
            },
            ""
        );

    /// <param name="Hash">The hash of the content that was written.</param>
    /// <param name="Source">The folder of the notebook that was run, relative to the output folder.</param>
    private sealed record Result(string Hash, string? Source);
}

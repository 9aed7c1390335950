using System.Text.Json;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Tracks the notebooks that runs wrote to an output folder, by their content: nothing else there may be
/// replaced.</summary>
internal sealed class WrittenResults(OutputFolder output)
{
    /// <summary>The list of the results, beside the list of the site's own files.</summary>
    public const string Inventory = ".nn-results.json";

    /// <summary>The folders in which the notebooks of these results were written, by the results' paths; none in a copy
    /// from which no way leads there.</summary>
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
    /// Whether a file is absent or unchanged since a run wrote it: this one, or another one meanwhile.
    /// </summary>
    /// <exception cref="IOException">The list of the results cannot be read.</exception>
    public bool MayReplace(string file)
        => File.Exists(file)
            ? Read(output).TryGetValue(NameOf(file), out Result? result) && result.Hash == HashOf(file)
            : !Directory.Exists(file);

    /// <summary>Records a file that was just written. Whoever calls it holds the folder's lock.</summary>
    public void Add(string file, string notebook) => Record(file, NameOf(Path.GetDirectoryName(notebook)!));

    /// <summary>Records that a file was changed by this program, which may have done so.</summary>
    public void Renew(string file) => Record(file, Read(output).GetValueOrDefault(NameOf(file))?.Source);

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

        // Earlier versions kept no list. Their results are the notebooks with a page in their site.
        return Directory.Exists(output.Notebooks)
            ? Directory
                .EnumerateFiles(output.Notebooks, "*.ipynb")
                .Where(file => CourseSite.HasPageOf(output.Path, file))
                .ToDictionary(file => NameOf(output, file), file => new Result(HashOf(file), null))
            : [];
    }

    /// <summary>Whether a path of the list can be one: others may have edited it.</summary>
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

    /// <param name="Hash">The content as it was written.</param>
    /// <param name="Source">The folder of the notebook that was run, relative to the output folder.</param>
    private sealed record Result(string Hash, string? Source);
}

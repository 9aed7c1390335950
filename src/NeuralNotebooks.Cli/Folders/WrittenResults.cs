using System.Security.Cryptography;
using System.Text.Json;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Tracks the notebooks that runs wrote to an output folder, by their content: nothing else there may be replaced.</summary>
internal sealed class WrittenResults(OutputFolder output)
{
    /// <summary>The list of the results, beside the list of the site's own files.</summary>
    public const string Inventory = ".nn-results.json";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Result> _results = Read(output);

    /// <summary>The folders in which the notebooks of these results were written, by the results' paths.</summary>
    public IReadOnlyDictionary<string, string> SourceFolders
    {
        get
        {
            lock (_gate)
                return _results.Where(entry => entry.Value.Source is not null)
                    .ToDictionary(entry => Path.GetFullPath(Path.Combine(output.Path, entry.Key)), entry => Path.GetFullPath(Path.Combine(output.Path, entry.Value.Source!)));
        }
    }

    /// <summary>Whether a file is absent or unchanged since a run wrote it.</summary>
    public bool MayReplace(string file)
    {
        if (!File.Exists(file))
            return !Directory.Exists(file);
        lock (_gate)
            return _results.TryGetValue(NameOf(file), out Result? result) && result.Hash == HashOf(file);
    }

    /// <summary>Records a file that was just written.</summary>
    public void Add(string file, string notebook)
    {
        string inventory = Path.Combine(output.Path, Inventory), temporary = $"{inventory}.{Guid.NewGuid():N}";
        lock (_gate)
        {
            foreach ((string name, Result result) in Read(output))
                _results[name] = result; // Another run may write to the same folder.
            _results[NameOf(file)] = new(HashOf(file), NameOf(Path.GetDirectoryName(notebook)!));
            File.WriteAllText(temporary, JsonSerializer.Serialize(_results.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary()));
            File.Move(temporary, inventory, overwrite: true);
        }
    }

    private static Dictionary<string, Result> Read(OutputFolder output)
    {
        string inventory = Path.Combine(output.Path, Inventory);
        try
        {
            if (File.Exists(inventory))
                return JsonSerializer.Deserialize<Dictionary<string, Result>>(File.ReadAllText(inventory)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }

        // Earlier versions kept no list. Their results are the notebooks with a page in their site.
        return Directory.Exists(output.Notebooks)
            ? Directory.EnumerateFiles(output.Notebooks, "*.ipynb").Where(file => CourseSite.HasPageOf(output.Path, file)).ToDictionary(file => NameOf(output, file), file => new Result(HashOf(file), null))
            : [];
    }

    private string NameOf(string file) => NameOf(output, file);

    private static string NameOf(OutputFolder output, string file) => Path.GetRelativePath(output.Path, file).Replace('\\', '/');

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    /// <param name="Hash">The content as it was written.</param>
    /// <param name="Source">The folder of the notebook that was run, relative to the output folder.</param>
    private sealed record Result(string Hash, string? Source);
}

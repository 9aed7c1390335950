using System.Security.Cryptography;
using System.Text.Json;
using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli;

/// <summary>Knows the notebooks that runs have written to an output folder, by their content: nothing else there may be replaced.</summary>
internal sealed class WrittenResults(OutputFolder output)
{
    /// <summary>The list of the results, beside the list of the site's own files.</summary>
    public const string Inventory = ".nn-results.json";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _hashes = Read(output);

    /// <summary>Whether a file is absent or as a run has left it: not of other origin, not edited since.</summary>
    public bool MayReplace(string file)
    {
        if (!File.Exists(file))
            return !Directory.Exists(file);
        lock (_gate)
            return _hashes.TryGetValue(NameOf(file), out string? hash) && hash == HashOf(file);
    }

    /// <summary>Takes note of a file that was just written.</summary>
    public void Add(string file)
    {
        string inventory = Path.Combine(output.Path, Inventory), temporary = inventory + ".new";
        lock (_gate)
        {
            _hashes[NameOf(file)] = HashOf(file);
            File.WriteAllText(temporary, JsonSerializer.Serialize(_hashes.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary()));
            File.Move(temporary, inventory, overwrite: true);
        }
    }

    private static Dictionary<string, string> Read(OutputFolder output)
    {
        string inventory = Path.Combine(output.Path, Inventory);
        try
        {
            if (File.Exists(inventory))
                return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(inventory)) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }

        // Earlier versions kept no list. Their results are the notebooks of which their site has a page.
        return Directory.Exists(output.Notebooks)
            ? Directory.EnumerateFiles(output.Notebooks, "*.ipynb").Where(file => CourseSite.HasPageOf(output.Path, file)).ToDictionary(file => NameOf(output, file), HashOf)
            : [];
    }

    private string NameOf(string file) => NameOf(output, file);

    private static string NameOf(OutputFolder output, string file) => Path.GetRelativePath(output.Path, file).Replace('\\', '/');

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>
/// The scripts that pictures bring along: functions of the player, which leads through steps, of a key, which finds the picture in the page,
/// and of what it shows. An output holds all that it needs, for it may be the only one that a reader runs.
/// </summary>
internal static class PageScript
{
    private const string Player = "player.js";

    private static readonly ConcurrentDictionary<string, string> _scripts = new();

    /// <summary>A key made from the content: equal pictures may stand on a page twice, and nothing random changes a committed page.</summary>
    public static string Key(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];

    /// <summary>The element that calls the function.</summary>
    /// <param name="name">The name of the file, such as "picture.js".</param>
    /// <param name="key">The key of the picture.</param>
    /// <param name="json">What it shows; without a &lt; that could end the element.</param>
    public static string Element(string name, string key, string json) => $"""
        <script>
        {_scripts.GetOrAdd(name, Read)}({_scripts.GetOrAdd(Player, Read)}, "{key}", {json});
        </script>
        """;

    private static string Read(string name)
    {
        using Stream stream = typeof(PageScript).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        // The lines of comment are for readers of the source, not for every output of every notebook.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))).Trim();
    }
}

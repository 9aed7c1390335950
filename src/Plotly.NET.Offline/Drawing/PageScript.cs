using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace NeuralNotebooks;

/// <summary>
/// The scripts that pictures include. Each script is a function. Its first arguments are functions of other files, such
/// as film.js; then follow the key, by which it finds the picture in the page, and the data of the picture. Each output
/// contains all scripts that it needs, since a reader may run only one cell.
/// </summary>
internal static class PageScript
{
    /// <summary>The name of the function that waits for plotly.js, <see cref="PlotlyLibrary.WhenReady"/>; it is not in
    /// a file.</summary>
    public const string PlotlyReady = "plotly";

    /// <summary>The beginning of a file that is a module, so that the scripts of live pages can import its function.
    /// </summary>
    private const string Export = "export default ";

    private static readonly ConcurrentDictionary<string, (string Name, string Element)> _functions = new();

    /// <summary>A hash of the content: a random key would change a committed page whenever it is built. Equal pictures
    /// have the same key, and may be on a page twice.</summary>
    public static string Key(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];

    /// <summary>The script elements with the function and with its call. A page of many pictures may remove all but the
    /// first of equal functions.</summary>
    /// <param name="key">The key of the picture.</param>
    /// <param name="json">The data of the picture, without a &lt; that could close the element.</param>
    /// <param name="file">The name of the file, such as "chart.js".</param>
    /// <param name="parts">The files with the functions that are its first arguments, such as "film.js".</param>
    public static string Elements(string key, string json, string file, params string[] parts)
    {
        (string name, string element) =
            _functions.GetOrAdd($"{file} {string.Join(' ', parts)}", _ => Function(file, parts));
        return $"""
            {element}<script>
            {name}("{key}", {json});
            </script>
            """;
    }

    /// <summary>The name is a hash of the code: pictures of two versions of the course can be on one page.</summary>
    private static (string Name, string Element) Function(string file, string[] parts)
    {
        string function = $"{Read(file)}.bind({string.Join(", ", parts.Select(Read).Prepend("null"))})";
        string name = "nn" + Key(function);
        return (name, $"""
            <script data-nn-function="{name}">
            window.{name} = {function};
            </script>
            """);
    }

    private static string Read(string name)
    {
        if (name == PlotlyReady)
            return PlotlyLibrary.WhenReady;
        using Stream stream = typeof(PageScript).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        // Comments and indentation are for readers of the source, not for every output of every notebook.
        string code = string.Join(
            '\n', reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(
                line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
        return code.StartsWith(Export, StringComparison.Ordinal) ? $"({code[Export.Length..]})" : code;
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NeuralNotebooks;

/// <summary>
/// The scripts that pictures include. They are modules of JavaScript, embedded in the assembly. A picture calls the
/// function of one module; its arguments are the key, by which it finds the picture in the page, and the data of the
/// picture. Each output contains all modules that it needs, since a reader may run only one cell.
/// </summary>
internal static partial class PageScript
{
    private static readonly ConcurrentDictionary<string, (string Name, string Element)> _functions = new();

    /// <summary>A hash of the content: a random key would change a committed page whenever it is built. Equal pictures
    /// have the same key, and may be on a page twice.</summary>
    public static string Key(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];

    /// <summary>The script elements with the function and with its call. A page of many pictures may remove all but the
    /// first of equal functions.</summary>
    /// <param name="key">The key of the picture.</param>
    /// <param name="json">The data of the picture, without a &lt; that could close the element.</param>
    /// <param name="file">The module with the function, such as "chart.js".</param>
    /// <param name="more">What else the function needs, equal for many pictures: the name under which the function
    /// finds it in its first argument, and an expression, such as the <see cref="Code"/> of another module.</param>
    public static string Elements(
        string key, string json, string file, params (string Name, string Expression)[] more)
    {
        (string name, string element) = _functions.GetOrAdd(
            $"{file} {string.Join(' ', more)}", _ => Function(file, more));
        return $"""
            {element}<script>
            {name}("{key}", {json});
            </script>
            """;
    }

    /// <summary>The name is a hash of the code: pictures of two versions of the course can be on one page.</summary>
    private static (string Name, string Element) Function(string file, (string Name, string Expression)[] more)
    {
        string function = Code(file);
        if (more.Length > 0)
            function += ".bind(null, {"
                + string.Join(", ", more.Select(other => $"{other.Name}: {other.Expression}")) + "})";
        string name = "nn" + Key(function);
        return (name, $"""
            <script data-nn-function="{name}">
            window.{name} = {function};
            </script>
            """);
    }

    /// <summary>The default export of a module as an expression, which contains the modules that it imports.</summary>
    /// <remarks>
    /// Each module becomes a function that returns its exports. An import has one line and no new names; a module has
    /// either one default export or named functions and constants. tsc checks that imports and exports agree.
    /// </remarks>
    internal static string Code(string file)
    {
        List<string> files = [];
        AddWithImports(file, files);
        return $$"""
            (() => {
            'use strict';
            {{string.Join('\n', files[..^1].Select(module => $"const {Variable(module)} = {Exports(module)};"))}}
            return {{Exports(file)}};
            })()
            """;
    }

    /// <summary>A module follows those that it imports.</summary>
    private static void AddWithImports(string file, List<string> files)
    {
        foreach (Match import in Import().Matches(Read(file)))
            if (!files.Contains(import.Groups["file"].Value))
                AddWithImports(import.Groups["file"].Value, files);
        files.Add(file);
    }

    private static string Exports(string file)
    {
        string code = Import().Replace(
            Read(file), import => $"const {import.Groups["names"]} = {Variable(import.Groups["file"].Value)};");
        string[] names = [.. NamedExport().Matches(code).Select(export => export.Groups["name"].Value)];
        string result = names.Length > 0 ? $"{{ {string.Join(", ", names)} }}" : "exported";
        code = code.Replace("\nexport default ", "\nconst exported = ", StringComparison.Ordinal)
            .Replace("\nexport ", "\n", StringComparison.Ordinal);
        return $$"""
            (() => {{{code}}
            return {{result}};
            })()
            """;
    }

    // The names of variables end in $, so that they differ from those in the modules.
    private static string Variable(string file) => Path.GetFileNameWithoutExtension(file) + "$";

    /// <summary>The lines of a module, each after a line break. Comments and indentation are for readers of the source,
    /// not for every output of every notebook.</summary>
    private static string Read(string file)
    {
        using Stream stream = typeof(PageScript).Assembly.GetManifestResourceStream(file)!;
        using StreamReader reader = new(stream);
        return string.Concat(
            reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(
                line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
                .Select(line => "\n" + line));
    }

    [GeneratedRegex(@"(?<=\n)import (?<names>\w+|\{[^}]*\}) from '[./\w]*/(?<file>\w+\.js)';")]
    private static partial Regex Import();

    [GeneratedRegex(@"(?<=\n)export (?:function|const) (?<name>\w+)")]
    private static partial Regex NamedExport();
}

using System.Reflection;
using System.Text.Json;

namespace NeuralNotebooks.Cli;

/// <summary>A file that <c>nn new</c> makes.</summary>
/// <param name="Path">Where it goes.</param>
/// <param name="Resource">The template: a file of the folder <c>Templates</c>, with slashes.</param>
/// <param name="Title">What stands for <c>{name}</c> in it.</param>
/// <param name="Next">What to do with it.</param>
internal sealed record Template(string Path, string Resource, string Title, string Next)
{
    private const string Folder = "course/";

    private static string Version { get; } =
        typeof(Template).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static IReadOnlyList<Template> Course(string folder)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(folder));
        string Below(string path) =>
            System.IO.Path.Combine(folder, path.Replace('/', System.IO.Path.DirectorySeparatorChar));
        return
        [
            .. typeof(Template)
                .Assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource => new Template(
                    Below(resource[Folder.Length..]),
                    resource,
                    name,
                    $"cd {folder} && nn run"
                )),
            .. Notebook(Below("notebooks/01-first")),
            .. Assignment(Below("assignments/A1-first")),
        ];
    }

    public static IReadOnlyList<Template> Notebook(string path)
    {
        string file = path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? path : path + ".ipynb";
        return [new(file, "notebook.ipynb", System.IO.Path.GetFileNameWithoutExtension(file), $"nn run {file}")];
    }

    public static IReadOnlyList<Template> Assignment(string folder)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(folder));
        string file = System.IO.Path.Combine(folder, name + ".ipynb");
        return [new(file, "assignment.ipynb", name, $"nn assign check {folder}")];
    }

    /// <summary>Writes the file, which must not exist.</summary>
    /// <returns>Its path.</returns>
    public string Write()
    {
        using var reader = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream(Resource)!);
        string name = Path.EndsWith(".md", StringComparison.Ordinal) ? Title : JsonEncodedText.Encode(Title).Value;
        string folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException e)
        {
            throw new IOException($"{folder}: there is no such folder, and none can be made. Is there a file?", e);
        }
        using var file = new FileStream(Path, FileMode.CreateNew);
        using var writer = new StreamWriter(file);
        string text = reader.ReadToEnd().Replace("{version}", Version);
        writer.Write(text.Replace("{name}", name));
        return Path;
    }
}

namespace NeuralNotebooks.Cli;

/// <param name="Resource">The template: a file of the folder <c>Templates</c>, with slashes.</param>
internal sealed partial record Template(string FilePath, string Resource, string Title, string Next)
{
    public const string FunctionExample = "function", ClassExample = "class";

    private const string Folder = "course/";

    public static IReadOnlyList<Template> Course(string folder)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string Below(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        return
        [
            .. typeof(Template)
                .Assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource => new Template(
                    Below(resource[Folder.Length..]), resource, name, $"cd {ShellPath.Quoted(folder)} && nn run")),
            .. Notebook(Below("notebooks/01-first")),
            .. Assignment(Below("assignments/A1-first")),
        ];
    }

    public static IReadOnlyList<Template> Notebook(string path)
    {
        string file = path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? path : path + ".ipynb";
        string name = Path.GetFileNameWithoutExtension(file);
        string next = $"nn run {ShellPath.Quoted(file)}";
        return
        [
            new(file, "notebook.ipynb", name, next),
            new(Path.ChangeExtension(file, Claims.Extension), "notebook.claims.cs", name, next),
        ];
    }

    /// <param name="example">The kind of answer of the example's first task.</param>
    public static IReadOnlyList<Template> Assignment(string folder, string example = FunctionExample)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        string file = Path.Combine(folder, name + ".ipynb");
        string template = example == FunctionExample ? "assignment.ipynb" : $"assignment-{example}.ipynb";
        return [new(file, template, name, $"nn assign check {ShellPath.Quoted(folder)}")];
    }

    /// <summary>Writes the file, which must not exist.</summary>
    public string Write()
    {
        using var reader = new StreamReader(typeof(Template).Assembly.GetManifestResourceStream(Resource)!);
        string extension = Path.GetExtension(FilePath),
            title = extension == ".json" ? Title : Markup().Replace(Title, @"\$0"),
            name = extension == ".md" ? title : JsonEncodedText.Encode(title).Value;
        string folder = Path.GetDirectoryName(FilePath)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException e) when (e is not PathTooLongException)
        {
            throw new IOException($"{folder}: the folder cannot be made. Is there a file of this name?", e);
        }
        using var file = new FileStream(FilePath, FileMode.CreateNew);
        using var writer = new StreamWriter(file);
        string text = reader.ReadToEnd().Replace("{version}", ProgramVersion.Text);
        writer.Write(text.Replace("{name}", name));
        return FilePath;
    }

    /// <summary>Matches characters that would begin code, emphasis, HTML, a link or a formula in a Markdown
    /// heading.</summary>
    [GeneratedRegex(@"[\\`*<&[$]")]
    private static partial Regex Markup();
}

namespace NeuralNotebooks.Site;

/// <summary>The files that the cells of a live page can read: name in the code → address. They are found in the code:
/// strings, and arguments of directives such as <c>#!import</c>, that look like relative paths.</summary>
/// <param name="given">The files of an assignment, in place of those in the code; null for any other notebook.</param>
internal sealed class CellFiles(
    string notebook, SiteContext site, PageReport report, IReadOnlyDictionary<string, string>? given)
{
    /// <summary>The kit's script. It is not published again, since the bundle of live pages has it.</summary>
    private const string Kit = "kit.csx";

    private const int MaxLength = 200, MaxExtension = 9;

    private const long MaxBytes = 20 * 1000 * 1000;

    private readonly Dictionary<string, string> _addresses = [];

    public IReadOnlyDictionary<string, string> Addresses => given ?? _addresses;

    /// <summary>Publishes the files that a cell names, and those that imported scripts and notebooks name.</summary>
    public void PublishNamedIn(string code)
    {
        var texts = new Stack<(string Folder, string Code)>(given is null ? [("", code)] : []);
        while (texts.TryPop(out (string Folder, string Code) text))
            foreach (string name in CodeStrings.In(text.Code).Where(IsRelativePath))
            {
                // An imported script finds imports in its own folder or in the notebook's folder, and reads files from
                // the notebook's folder. So both folders are searched.
                string[] names = [.. new[] { Path.Combine(text.Folder, name), name }.Select(FromNotebook).Distinct()];
                LinkTarget[] targets = [.. names.Select(candidate => site.Files.Find(notebook, candidate))];
                if (targets.Any(target => target.IsRefused) && targets.All(target => target.Path is null))
                    report.AddRefusal($"the file {name} {LinkTarget.Refused}");
                foreach ((string path, LinkTarget target) in names.Zip(targets))
                    if (target.Path is { } file && Publish(path, file))
                        foreach (string imported in CodeIn(file))
                            texts.Push((Path.GetDirectoryName(path)!, imported));
            }
    }

    /// <summary>Whether a text looks like the relative path of a file that a page can use: it builds no
    /// projects.</summary>
    private static bool IsRelativePath(string name) =>
        name.Length <= MaxLength
        && Path.GetExtension(name) is { Length: > 1 and <= MaxExtension } extension
        && !extension.EndsWith("proj", StringComparison.Ordinal)
        && !Path.IsPathRooted(name)
        && !name.Contains('\0')
        && Path.GetFileName(name) != Kit;

    /// <summary>A path in a cell's code, relative to the notebook's folder and without parts such as
    /// <c>a/..</c>.</summary>
    private string FromNotebook(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(notebook))!;
        return Path.GetRelativePath(folder, Path.GetFullPath(path, folder)).Replace(Path.DirectorySeparatorChar, '/');
    }

    private bool Publish(string name, string file)
    {
        if (_addresses.ContainsKey(name) || !File.Exists(file))
            return false;
        if (new FileInfo(file).Length > MaxBytes)
            report.Add($"the file {name} is larger than 20 MB: the live page does not have it");
        else if (report.Readable(name, () => site.Files.Publish(file)) is { } address)
            return _addresses.TryAdd(name, address);
        return false;
    }

    private string[] CodeIn(string file) =>
        report.Try<string[]>($"what {Path.GetFileName(file)} imports cannot be published", () =>
            Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".cs" or ".csx" when !Notebook.IsNotebook(file) => [NamedFile.ReadAllText(file)],
                Notebook.JupyterExtension or Notebook.DibExtension or Notebook.CSharpExtension =>
                    [.. Notebook.Read(file).CodeCells.Select(cell => cell.Source)],
                _ => [],
            }) ?? [];
}

namespace NeuralNotebooks.Runner;

/// <summary>The claims of a notebook: cells of a C# file beside it, NAME.claims.cs, in which the author asserts what
/// the text says. A cell <c>// %% after=NAME</c> runs after the cell NAME of the notebook, in a branch of the session
/// that is dropped. A cell without <c>after</c> has names for the claims below it.</summary>
public sealed class Claims
{
    public const string Extension = ".claims.cs";

    private const string After = "after";

    private Claims(string path, IEnumerable<CodeCell> cells)
    {
        Path = path;
        var shared = new List<CodeCell>();
        var all = new List<Claim>();
        foreach (CodeCell cell in cells)
            if (cell.Metadata[After] is { } after)
                all.Add(new(cell, after.ToString(), [.. shared]));
            else
                shared.Add(cell);
        All = all;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public IReadOnlyList<Claim> All { get; }

    /// <returns>The claims, without any if there is no file; and why the file cannot be used, or null.</returns>
    public static (Claims Claims, RunError? Error) Of(string notebookPath, Notebook notebook)
    {
        string path = FileOf(notebookPath);
        var none = new Claims(path, []);
        if (!File.Exists(path))
            return (none, null);
        try
        {
            var claims = new Claims(path, Notebook.Read(path).CodeCells);
            HashSet<string> names = [.. notebook.Cells.Select(cell => cell.Id)];
            Claim? lost = claims.All.FirstOrDefault(claim => !names.Contains(claim.After));
            string file = System.IO.Path.GetFileName(notebookPath);
            return (claims, lost is null ? null : Error($"There is no cell {lost.After} in {file}.", lost.HeaderLine));
        }
        catch (NotebookFormatException e)
        {
            return (none, Error($"{NotebookRunner.Capitalized(e.What)}. {e.Expected}."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (none, Error($"The file cannot be read: {e.Message}"));
        }

        RunError Error(string sentence, int? line = null) =>
            RunError.OfRunner(path, ErrorKind.BadNotebook, sentence) with { Line = line };
    }

    /// <summary>The notebook whose claims a file has; null if the name is not that of such a file, or if there is no
    /// notebook beside it.</summary>
    public static string? NotebookOf(string file) =>
        !IsFile(file) ? null
        : ((string[])[Notebook.JupyterExtension, Notebook.CSharpExtension, Notebook.DibExtension])
            .Select(extension => file[..^Extension.Length] + extension)
            .FirstOrDefault(File.Exists);

    public static string FileOf(string notebook) => System.IO.Path.ChangeExtension(notebook, Extension);

    public static bool IsFile(string file) => file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    internal JsonNode ToJson()
    {
        var document = new Notebook();
        foreach (CodeCell cell in All.SelectMany(claim => claim.Shared.Append(claim.Cell)).Distinct())
            document.Cells.Add(cell);
        return JsonNode.Parse(document.ToJson())!;
    }

    internal static Claims FromJson(JsonNode? json, string path) =>
        new(path, json is null ? [] : Notebook.Parse(json.ToJsonString(), path + Notebook.JupyterExtension).CodeCells);
}

/// <param name="After">The name of the notebook's cell after which it runs.</param>
/// <param name="Shared">The cells above it whose names it can use.</param>
public sealed record Claim(CodeCell Cell, string After, IReadOnlyList<CodeCell> Shared)
{
    /// <summary>The line of the file that begins the cell.</summary>
    internal int HeaderLine => Cell.FirstLine - 1;

    /// <summary>The code that runs: the shared names and the cell, each in its lines of the file.</summary>
    internal string CodeInFile
    {
        get
        {
            var text = new StringBuilder();
            foreach (CodeCell cell in Shared.Append(Cell))
                text.Append('\n', cell.FirstLine - 1 - text.ToString().AsSpan().Count('\n')).Append(cell.Source);
            return text.ToString();
        }
    }

    public string Code => string.Join("\n\n", Shared.Append(Cell).Select(cell => cell.Source));
}

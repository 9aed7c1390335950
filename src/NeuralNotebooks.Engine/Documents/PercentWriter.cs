namespace NeuralNotebooks.Engine;

/// <summary>Writes a notebook in the percent format (<see cref="PercentReader"/>), without outputs.</summary>
/// <remarks>A cell has its id as its name, unless reading gives the same id to a cell without a name. Metadata that
/// tools store about how a cell was last shown, or that its language is C#, are left out.</remarks>
internal static class PercentWriter
{
    private const string Polyglot = "polyglot_notebook";

    private static readonly string[] _left =
        ["autoscroll", "collapsed", "execution", "ExecuteTime", "scrolled", "trusted", PercentHeader.Language];

    public static string Write(Notebook notebook)
    {
        string text = Write(notebook, hasAllNames: false);
        return TryRead(text) is { } cells && cells.Select(cell => (cell.Id, cell.Source))
            .SequenceEqual(notebook.Cells.Select(cell => (cell.Id, cell.Source)))
            ? text : Write(notebook, hasAllNames: true);
    }

    private static string Write(Notebook notebook, bool hasAllNames)
    {
        var ids = new CellIds();
        var text = new StringBuilder();
        foreach ((int i, Cell cell) in notebook.Cells.Index())
        {
            string name = !hasAllNames && ids.TryCreate(cell.Source, cell.Id) ? "" : NameOf(cell);
            string written = Write(cell, name, notebook.IsCSharp ? null : notebook.Language);
            // A first line #!/usr/bin/env dotnet must be the first of the file.
            if (i == 0 && written.StartsWith($"{PercentHeader.Empty}\n#", StringComparison.Ordinal)
                && IsProgramStart(cell.Source))
                written = written[(written.IndexOf('\n') + 1)..];
            text.Append(i == 0 ? "" : "\n").Append(written);
        }
        return text.Length == 0 ? $"{PercentHeader.Empty}\n" : text.ToString();
    }

    private static bool IsProgramStart(string source) =>
        source.StartsWith("#!/", StringComparison.Ordinal) || source.StartsWith("#:", StringComparison.Ordinal);

    /// <param name="other">The notebook's language; null for C#.</param>
    private static string Write(Cell cell, string name, string? other)
    {
        var header = new PercentHeader(name, cell switch { MarkdownCell => "markdown", RawCell => "raw", _ => "" }, []);
        string? declared = (cell as CodeCell)?.Language;
        if (cell is CodeCell && (declared ?? other) is { } language && !NotebookLanguage.IsCSharp(language))
        {
            header.Attributes[PercentHeader.Language] = language;
            if (declared is null)
                header.Attributes[Polyglot] = new JsonObject { ["kernelName"] = language };
        }
        bool hasTitleAsName = name.Length > 0 && name != cell.Id,
            saysCSharp = other is null && NotebookLanguage.IsCSharp(declared);
        foreach ((string key, JsonNode? value) in cell.Metadata)
            if (PercentHeader.IsKey(key) && !_left.Contains(key) && !(hasTitleAsName && key == PercentReader.Title)
                && !(saysCSharp && key is Polyglot or "dotnet_interactive"))
                header.Attributes[key] = value?.DeepClone();
        if (header.IsComments)
            return Lines(header, PercentText.Commented(cell.Source));
        string[] first = cell.Source.Split('\n', 2);
        if (declared is null && first is [['#', '!', .. var magic], _]
            && NotebookLanguage.Names.ContainsKey(magic) && !NotebookLanguage.IsCSharp(magic))
        {
            header.Attributes[PercentHeader.Language] = magic;
            return Lines(header, PercentText.Commented(first[1]));
        }
        string code = Lines(header, PercentText.WithCommentedMagics(cell.Source));
        if (TryRead($"{code}\n{PercentHeader.Empty}\n") is [var read, { Source: "" }] && read.Source == cell.Source)
            return code;
        header.Attributes[PercentHeader.Language] = "C#";
        return Lines(header, PercentText.Commented(cell.Source));
    }

    private static string Lines(PercentHeader header, string text) =>
        text.Length == 0 ? $"{header}\n" : $"{header}\n{text}\n";

    /// <summary>The cell's name: its title if its id is made of that, otherwise its id.</summary>
    private static string NameOf(Cell cell) =>
        cell.Metadata.Text(PercentReader.Title) is { } title && title != cell.Id && CellIds.Valid(title) == cell.Id
            && !title.Contains('=') && PercentHeader.Parse(title).Name == title
            ? title : cell.Id;

    private static IList<Cell>? TryRead(string text)
    {
        try
        {
            return new PercentReader("").Read(text).Cells;
        }
        catch (NotebookFormatException)
        {
            return null; // A part of a cell was read as the name of another.
        }
    }
}

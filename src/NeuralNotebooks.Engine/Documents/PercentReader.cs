namespace NeuralNotebooks.Engine;

/// <summary>Reads a notebook in the percent format of Jupytext, VS Code, Rider and Spyder, <c>.cs</c>: a line
/// <c>// %% NAME</c> begins a cell of code, a line <c>// %% NAME [markdown]</c> a cell whose lines are comments.
/// </summary>
/// <remarks>A cell's name is its id; if an id cannot have all of its characters, the name is the cell's
/// <c>title</c>, as in Jupytext. A cell with <c>language="fsharp"</c> is text of that language in comments, and so is
/// C# that could not be read otherwise. A line <c>// %%</c> in a string or in a longer comment begins no cell, and the
/// empty line above the next cell does not belong to a cell.</remarks>
internal sealed partial class PercentReader(string file)
{
    private const string OneLine = "A line such as // %% name [markdown] tags=[\"answer\"] begins a cell";

    private readonly CellIds _ids = new();

    /// <summary>Whether a text has a line that begins a cell.</summary>
    public static bool HasCells(string text) => Marker().IsMatch(text);

    public Notebook Read(string text, int maxCells = int.MaxValue)
    {
        var notebook = new Notebook(new JsonObject { ["kernelspec"] = NotebookLanguage.KernelSpec() });
        PercentCell[] cells = [.. Split(text)];
        if (cells.Length > maxCells)
            throw Error(Invariant($"it has {cells.Length} cells, more than {maxCells}"), "Expected fewer");
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (PercentCell cell in cells.Where(cell => cell.Header.Name.Length > 0))
        {
            string id = CellIds.Valid(cell.Header.Name);
            if (!lines.TryAdd(id, cell.Line))
                throw Error(
                    Invariant($"the cells of lines {lines[id]} and {cell.Line} have the name {cell.Header.Name}"),
                    "Cells must have different names");
            _ids.Reserve(id);
        }
        foreach (PercentCell cell in cells)
            notebook.Cells.Add(CellOf(cell));
        return notebook;
    }

    private Cell CellOf(PercentCell cell)
    {
        (string name, string type, JsonObject metadata) = cell.Header;
        string source = cell.Text;
        int firstLine = cell.FirstLine;
        string? language = metadata.Text(PercentHeader.Language);
        if (cell.Header.IsComments)
        {
            (source, int other) = PercentText.Uncommented(source.TrimEnd('\n'));
            if (other >= 0)
                throw Error(
                    $"line {firstLine + other} is no comment, but its cell is {(type.Length > 0 ? type : language)}",
                    "Write // before it, or a line // %% above it, which begins a cell of C#");
        }
        else
        {
            source = PercentText.WithMagics(source);
        }
        if (metadata.Remove(PercentHeader.Language) && NotebookLanguage.OfCell(metadata) is null
            && !NotebookLanguage.IsCSharp(language))
            (source, firstLine) = ($"#!{language}\n{source}", cell.Line);
        string id = name.Length > 0 ? CellIds.Valid(name) : _ids.Create(source);
        if (name.Length > 0 && id != name)
            metadata.TryAdd(Title, name);
        return type switch
        {
            "markdown" => new MarkdownCell(id, source, metadata) { FirstLine = firstLine },
            "raw" => new RawCell(id, source, metadata) { FirstLine = firstLine },
            _ => new CodeCell(id, source, metadata) { FirstLine = firstLine },
        };
    }

    /// <summary>The name in the metadata of a cell whose name is not its id.</summary>
    public const string Title = "title";

    /// <summary>The cells of a text, with their lines as they are in the file.</summary>
    private IEnumerable<PercentCell> Split(string text)
    {
        text = WithLineFeeds(text.StartsWith('\uFEFF') ? text[1..] : text);
        int start = FrontMatter().Match(text).Length, line = 1 + text.AsSpan(0, start).Count('\n');
        PercentHeader header = PercentHeader.Empty;
        bool hasHeader = false;
        while (true)
        {
            Match next = Next(text, start, header.IsComments);
            string body = text[start..(next.Success ? next.Index : text.Length)];
            int lines = body.AsSpan().Count('\n');
            if (hasHeader || !string.IsNullOrWhiteSpace(body))
                yield return new(header, WithoutEnd(body, isLast: !next.Success), hasHeader ? line - 1 : line, line);
            if (!next.Success)
                yield break;
            line += lines;
            try
            {
                header = PercentHeader.Parse(next.Groups["header"].Value);
            }
            catch (FormatException e)
            {
                throw Error(Invariant($"line {line} cannot be read: {e.Message}"), OneLine, e);
            }
            hasHeader = true;
            line++;
            start = Math.Min(next.Index + next.Length + 1, text.Length);
        }
    }

    /// <summary>The line that begins the next cell. In code it is no part of a string or of a longer comment.</summary>
    private static Match Next(string text, int start, bool isComments)
    {
        Match next = Marker().Match(text, start);
        if (isComments)
            return next;
        foreach (int comment in next.Success ? PercentText.LinesOutsideStrings(text, start) : [])
        {
            while (next.Success && next.Index < comment)
                next = next.NextMatch();
            if (!next.Success || next.Index == comment)
                return next;
        }
        return Match.Empty;
    }

    /// <summary>A cell's text without its last line end and, above another cell, without an empty line.</summary>
    private static string WithoutEnd(string body, bool isLast)
    {
        body = body.EndsWith('\n') ? body[..^1] : body;
        return !isLast && body.EndsWith('\n') ? body[..^1] : body;
    }

    /// <summary>The text of a file from Windows with <c>\n</c> as its line ends. A file in which only some lines end
    /// with <c>\r\n</c> keeps them, since they are parts of cells.</summary>
    private static string WithLineFeeds(string text) =>
        text.AsSpan().Count('\n') == text.AsSpan().Count("\r\n") ? text.Replace("\r\n", "\n") : text;

    private NotebookFormatException Error(string what, string expected, Exception? cause = null) =>
        new(file, what, expected, cause);

    [GeneratedRegex(@"^//[ \t]*%%+(?!\S)(?<header>.*)$", RegexOptions.Multiline)]
    private static partial Regex Marker();

    /// <summary>Matches the metadata that Jupytext writes at the beginning of a file.</summary>
    [GeneratedRegex(
        @"\A\s*// ---[ \t]*\n(?>(?!// (---|jupyter:))//.*\n)*(?>// jupyter:.*\n)(?>(?!// ---)//.*\n)*"
            + @"// ---[ \t]*(\n\n?|\z)")]
    private static partial Regex FrontMatter();

    /// <param name="Line">The line of its header, from 1; its first line if it has none.</param>
    /// <param name="FirstLine">The first line of its text.</param>
    private sealed record PercentCell(PercentHeader Header, string Text, int Line, int FirstLine);
}

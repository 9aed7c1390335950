namespace NeuralNotebooks.Site.Tests;

internal sealed partial class TemporaryCourse : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notebooks = [];

    public string Source => _folder.At("source");

    public string Site => _folder.At("site");

    public IReadOnlyList<string> Notebooks => _notebooks;

    public SiteReport Report { get; private set; } = null!;

    public static MarkdownCell Text(string markdown) => new(Guid.NewGuid().ToString("N")[..8], markdown);

    public static MarkdownCell TaskText(string markdown) =>
        new(Guid.NewGuid().ToString("N")[..8], markdown, new() { ["tags"] = new JsonArray("checkpoint") });

    public static CodeCell Code(string source, params Output[] outputs)
    {
        var cell = new CodeCell(Guid.NewGuid().ToString("N")[..8], source) { ExecutionCount = 1 };
        foreach (Output output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    public static CodeCell Tagged(string[] tags, string source, params Output[] outputs)
    {
        CodeCell cell = Code(source, outputs);
        cell.Metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        return cell;
    }

    public static DisplayData Shown(string mimeType, string content) =>
        new(new MimeBundle { { mimeType, content } }, [], null);

    /// <summary>An HTML output with facts, as types of the course and the library have them.</summary>
    public static DisplayData WithFacts(string html, JsonObject facts) =>
        new(new MimeBundle { { MimeBundle.Html, html }, { "application/vnd.neuralnotebooks+json", facts } }, [], null);

    public static DisplayData Verdict(string words, string verdict = "not-yet") =>
        WithFacts($"<p>{words}</p>", new() { ["verdict"] = verdict });

    public static ErrorOutput Failure(string name, string message, params string[] trace) =>
        new(name, message, [.. trace.Select(line => new TracebackLine(line))]);

    public TemporaryCourse With(string name, params Cell[] cells)
    {
        var notebook = new Notebook(
            JsonNode
                .Parse("""{"kernelspec":{"name":".net-csharp","language":"C#","display_name":".NET (C#)"}}""")!
                .AsObject());
        var claims = new Notebook();
        foreach (Cell cell in cells)
            (cell.Metadata.ContainsKey("after") ? claims : notebook).Cells.Add(cell);
        if (claims.Cells.Count > 0)
            notebook.Metadata["neuralnotebooks"] = new JsonObject { ["claims"] = JsonNode.Parse(claims.ToJson()) };
        string path = _folder.At($"executed/{name}");
        notebook.Write(path);
        if (!_notebooks.Contains(path))
            _notebooks.Add(path);
        return this;
    }

    public void Without(string name) => _notebooks.RemoveAll(path => Path.GetFileName(path) == name);

    public string SourceFile(string name, string content) => _folder.File($"source/{name}", content);

    public string Bundle(string folder = "bundle")
    {
        SourceFile(folder + "/boot.json", """{"version":"1"}""");
        SourceFile(folder + "/abc.bin", "x");
        SourceFile(
            folder + "/playground.ipynb",
            """{"cells":[{"cell_type":"code","id":"a","metadata":{},"outputs":[],"execution_count":null,"""
                + """ "source":[]}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        foreach (string name in (string[])["live.js", "live.css", "index.js", "sw.js"])
            SourceFile($"{folder}/outside/{name}", "");
        return Path.Combine(Source, folder);
    }

    public TemporaryCourse Build(SiteOptions? options = null)
    {
        Report = CourseSite.Build(_notebooks, Site, (options ?? new()) with { SourceFolders = [Source] });
        return this;
    }

    public static string PageOf(params Cell[] cells)
    {
        using var course = new TemporaryCourse();
        return course.With("01-page.ipynb", cells).Build().Read("01-page.html");
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Site, name));

    /// <summary>A page without the versions of the assets and the lines for KaTeX, which depend on the
    /// build.</summary>
    public string Whole(string name) => string.Concat(
        Read(name).TrimEnd('\n').Split('\n').Where(line => !line.Contains("/katex"))
            .Select(line => $" {Version().Replace(line, "")}".TrimEnd() + "\n"));

    /// <summary>The part of a text from a mark to another one, which is included; empty if there is none.</summary>
    public static string Part(string text, string begin, string end) =>
        text.IndexOf(begin, StringComparison.Ordinal) is >= 0 and int start
            ? text[start..(text.IndexOf(end, start, StringComparison.Ordinal) + end.Length)]
            : "";

    public bool Has(string name) => File.Exists(Path.Combine(Site, name));

    /// <summary>A page as XML. Pages are well-formed XML if their outputs are.</summary>
    public XElement Parse(string name) => Xml(Read(name));

    public JsonObject Model(string name) =>
        JsonNode.Parse(Parse(name).Descendants().Single(one => one.Attribute("data-nn-page") is not null).Value)!
            .AsObject();

    public static XElement Xml(string page)
    {
        const string doctype = "<!DOCTYPE html>";
        page.ShouldStartWith(doctype);
        return XElement.Parse(page[doctype.Length..], LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex(@"(?<=\?v=)\w+")]
    private static partial Regex Version();

    public void Dispose() => _folder.Dispose();
}

public abstract class CourseTests : IDisposable
{
    internal TemporaryCourse Course { get; } = new();

    public void Dispose()
    {
        Course.Dispose();
        GC.SuppressFinalize(this);
    }
}

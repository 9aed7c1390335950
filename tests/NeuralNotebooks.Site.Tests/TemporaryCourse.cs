using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Site.Tests;

/// <summary>A folder with executed notebooks and the site that is built from them; deleted after the test.</summary>
internal sealed partial class TemporaryCourse : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nn-site-");
    private readonly List<string> _notebooks = [];

    public string Source => Path.Combine(_folder.FullName, "source");

    public string Site => Path.Combine(_folder.FullName, "site");

    public IReadOnlyList<string> Notebooks => _notebooks;

    /// <summary>The report of the last build.</summary>
    public SiteReport Report { get; private set; } = null!;

    public static MarkdownCell Text(string markdown) => new(Guid.NewGuid().ToString("N")[..8], markdown);

    public static CodeCell Code(string source, params Output[] outputs)
    {
        var cell = new CodeCell(Guid.NewGuid().ToString("N")[..8], source) { ExecutionCount = 1 };
        foreach (Output output in outputs)
            cell.Outputs.Add(output);
        return cell;
    }

    public static DisplayData Shown(string mimeType, string content) =>
        new(new MimeBundle { { mimeType, content } }, [], null);

    public static ErrorOutput Failure(string name, string message, params string[] trace) => new(name, message, trace);

    public TemporaryCourse With(string name, params Cell[] cells)
    {
        var notebook = new Notebook(
            new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["name"] = ".net-csharp",
                    ["language"] = "C#",
                    ["display_name"] = ".NET (C#)",
                },
            }
        );
        foreach (Cell cell in cells)
            notebook.Cells.Add(cell);
        string path = Path.Combine(_folder.FullName, "executed", name);
        notebook.Write(path);
        if (!_notebooks.Contains(path))
            _notebooks.Add(path);
        return this;
    }

    public void Without(string name) => _notebooks.RemoveAll(path => Path.GetFileName(path) == name);

    public string SourceFile(string name, string content)
    {
        string path = Path.Combine(Source, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public TemporaryCourse Build(SiteOptions? options = null)
    {
        Report = CourseSite.Build(_notebooks, Site, (options ?? new()) with { SourceFolders = [Source] });
        return this;
    }

    /// <summary>The page of a course of one notebook.</summary>
    public static string PageOf(params Cell[] cells)
    {
        using var course = new TemporaryCourse();
        return course.With("01-page.ipynb", cells).Build().Read("01-page.html");
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Site, name));

    /// <summary>A page without the versions of the assets, and without KaTeX, which depend on the build.</summary>
    public string Whole(string name) => string.Concat(
        Read(name).TrimEnd('\n').Split('\n').Where(line => !line.Contains("/katex"))
            .Select(line => $" {Version().Replace(line, "")}".TrimEnd() + "\n"));

    public bool Has(string name) => File.Exists(Path.Combine(Site, name));

    /// <summary>A page as XML: our pages are well-formed if their outputs are, so a strict parser can read
    /// them.</summary>
    public XElement Parse(string name) => Xml(Read(name));

    public static XElement Xml(string page)
    {
        const string doctype = "<!DOCTYPE html>";
        page.ShouldStartWith(doctype);
        return XElement.Parse(page[doctype.Length..], LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex(@"(?<=\?v=)\w+")]
    private static partial Regex Version();

    public void Dispose() => _folder.Delete(recursive: true);
}

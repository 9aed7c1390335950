using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Rule = System.Func<Notebooks.Tests.CourseNotebook, System.Collections.Generic.IEnumerable<object>>;

namespace Notebooks.Tests.Hygiene;

/// <summary>Rules that every notebook keeps, each a function from a notebook to what breaks it: cells, or the notebook
/// itself.</summary>
public partial class RuleTests
{
    // What a page of the course site shows without scrolling.
    private const int MaxCellLines = 25,
        MaxLineLength = 88;

    private const string KernelMetadata = """
        {"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"},
         "language_info":{"file_extension":".cs","mimetype":"text/x-csharp","name":"C#",
           "pygments_lexer":"csharp","version":"14.0"},
         "polyglot_notebook":{"kernelInfo":{"defaultKernelName":"csharp","items":[{"aliases":[],"name":"csharp"}]}}}
        """;

    private static readonly string?[] _tags =
        ["hide-input", "hide-output", "remove-cell", "skip-execution", "answer"];

    private const string CellMetadata =
        """{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"}}""";

    /// <summary>They keep to what .NET Interactive, Verso, Jupyter and our own runner share, open well in VS Code and
    /// Jupyter, and give small diffs.</summary>
    private static readonly Dictionary<string, Rule> _ofAll = new()
    {
        ["The first code cell imports the kit"] = notebook =>
            notebook.Code.Take(1).Where(cell => cell.Source != "#!import kit.csx"),
        ["No other cell has a directive"] = notebook =>
            notebook.Code.Skip(1).Where(cell => cell.Lines.Any(line => line.TrimStart().StartsWith('#'))),
        ["Nothing is used that only some hosts support"] = notebook =>
            notebook.Code.Skip(1).Where(cell => !IsPortable(cell)),
        ["A cell shows at most two things: editors blank out where there are many"] = notebook =>
            notebook.Code.Skip(1).Where(cell => Shown(cell) > 2),
        ["No cell and no solution names a culture"] = notebook =>
            notebook.Cells.Where(cell => Culture().IsMatch(cell.Source)),
        ["No line of text begins with a number above 99 and a full stop, which Markdown takes for an item of a list"] =
            notebook => notebook.Markdown.Where(cell => cell.Lines.Any(line => LargeListNumber().IsMatch(line))),
        ["The document is nbformat 4.5 for a C# kernel"] = notebook =>
            notebook.Json.GetProperty("nbformat").GetInt32() == 4
            && notebook.Json.GetProperty("nbformat_minor").GetInt32() == 5
            && IsSame(KernelMetadata, notebook.Json.GetProperty("metadata"))
                ? []
                : [notebook],
        ["Cells are code or Markdown with unique descriptive ids"] = notebook =>
            notebook.Cells.Where(cell =>
                cell.Kind is not ("code" or "markdown")
                || !DescriptiveId().IsMatch(cell.Id)
                || notebook.Cells.Count(other => other.Id == cell.Id) > 1),
        ["No output is committed, and metadata are those of a C# cell, and tags that a page knows"] = notebook =>
            notebook.Code.Where(cell =>
                cell.Json.GetProperty("outputs").GetArrayLength() != 0
                || cell.Json.GetProperty("execution_count").ValueKind != JsonValueKind.Null
                || !IsSame(CellMetadata, WithoutTags(cell.Json.GetProperty("metadata")))),
        ["The file is laid out as Jupyter writes it"] = notebook =>
            notebook.Text.StartsWith("{\n \"cells\": [\n  {\n", StringComparison.Ordinal)
            && notebook.Text.EndsWith("}\n", StringComparison.Ordinal)
            && !EscapedLetterOrReturn().IsMatch(notebook.Text)
                ? []
                : [notebook],
    };

    /// <summary>Every notebook has the parts that a reader of the course learns to expect, and readable code.</summary>
    private static readonly Dictionary<string, Rule> _ofTheCourse = new()
    {
        ["The first cell asks a question"] = notebook =>
            notebook.Cells.Take(1).Where(cell => cell.IsCode || !QuestionTitle().IsMatch(cell.Lines[0])),
        ["The second cell says how to build, and pages do not show it"] = notebook =>
            notebook.Cells.Skip(1).Take(1).Where(cell =>
                !cell.Source.Contains("dotnet build")
                || !cell.Json.GetProperty("metadata").ToString().Contains("remove-cell")),
        ["A cell fits on a page"] = notebook =>
            notebook.Code.Where(cell =>
                cell.Lines.Length > MaxCellLines || cell.Lines.Any(line => line.Length > MaxLineLength)),
        ["No cell names an absolute path"] = notebook =>
            notebook.Cells.Where(cell => MachinePath().IsMatch(cell.Source)),
        ["A notebook asks for three predictions"] = notebook =>
            notebook.Markdown.Count(cell => cell.IsPrediction) < 3 ? [notebook] : [],
        ["A notebook has two to six checkpoints with hint and solution"] = notebook =>
            Checkpoint.Of(notebook) is { Count: >= 2 and <= 6 } checkpoints
                ? checkpoints.Where(one => one.Starter.Source == one.Solution)
                : [notebook],
        ["A text with a checkpoint has its tag"] = notebook => notebook.Markdown.Where(cell =>
            cell.Source.Contains("# Checkpoint ") != $"{cell.Json.GetProperty("metadata")}".Contains("\"checkpoint\"")),
        ["A notebook closes with what to remember, and mistakes"] = notebook =>
            Closes(notebook, "remember") && Closes(notebook, "mistakes") ? [] : [notebook],
        // The outputs of such a cell are not compared between runs, so nothing else may hide there.
        ["Only a cell that reads a clock may show other numbers on every run"] = notebook =>
            notebook.Code.Where(cell => cell.IsMeasured && !Clock().IsMatch(cell.Source)),
        ["The claims of the text are in the file beside it, and nowhere else"] = notebook =>
            notebook.WithClaims.Code.Any(cell => cell.HoldsClaims)
                ? notebook.Code.Where(cell => cell.HoldsClaims) : [notebook],
        ["A claim fits on a page"] = notebook =>
            File.ReadLines(notebook.ClaimsPath).Where(line => line.Length > MaxLineLength),
    };

    /// <summary>The sources of the assignments are complete: tasks, probes, known mistakes, and what an answer must not
    /// use.</summary>
    private static readonly Dictionary<string, Rule> _ofAssignments = new()
    {
        ["A source is named after its folder"] = notebook =>
            Path.GetFileName(Path.GetDirectoryName(notebook.Path)) == Path.GetFileNameWithoutExtension(notebook.Path)
                ? []
                : [notebook],
        ["The first cell has the assignment's number, and asks a question"] = notebook =>
            notebook.Cells.Take(1).Where(cell => !AssignmentTitle().IsMatch(cell.Lines[0])),
        ["A task is marked by hand, or has six probes, eight mistakes with sentences of their own, and a prohibition"] =
            notebook => Tasks(notebook).Where(task => !task.IsByHand && !IsComplete(task)),
        ["A student is shown a probe"] = notebook =>
            Tasks(notebook).Any(task => task.Probes.Any(probe => probe.IsShown)) ? [] : [notebook],
        ["No student is shown two probes of a task"] = notebook =>
            Tasks(notebook).Where(task => task.Probes.Count(probe => probe.IsShown) > 1),
        ["The table of the first cell has the points of each task, their sum and that of the minutes"] = notebook =>
            HasTable(notebook) ? [] : [notebook],
        ["Mistakes and what is forbidden come last"] = notebook =>
            notebook.Cells.SkipWhile(cell => !IsHidden(cell)).Where(cell => !IsHidden(cell)),
        ["Code fits on a page"] = notebook =>
            notebook.Code.Where(cell =>
                cell.Lines.Skip(IsHidden(cell) ? 1 : 0).Any(line => line.Length > MaxLineLength)),
    };

    private static readonly (string[] Notebooks, Dictionary<string, Rule> Rules)[] _groups =
        [
            ([.. CourseNotebook.Names, .. CourseNotebook.Assignments], _ofAll),
            (CourseNotebook.Names, _ofTheCourse),
            (CourseNotebook.Assignments, _ofAssignments),
        ];

    public static TheoryData<string> Rules => [.. _groups.SelectMany(group => group.Rules.Keys)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Notebooks_keep_a_rule(string rule)
    {
        (string[] notebooks, Dictionary<string, Rule> rules) = _groups.Single(group => group.Rules.ContainsKey(rule));
        Assert.Empty(
            notebooks
                .Select(CourseNotebook.Open)
                .SelectMany(notebook => rules[rule](notebook).Select(broken => $"{notebook}: {broken}")));
    }

    private static bool Closes(CourseNotebook notebook, string word) =>
        notebook.Markdown.TakeLast(3).Any(cell => cell.Source.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<AssignmentTask> Tasks(CourseNotebook notebook) => SourceReader.Read(notebook.Path).Tasks;

    private static bool IsComplete(AssignmentTask task) =>
        task.Probes.Count >= 6
        && task.Rules.Forbidden.Count > 0
        && task.Mistakes.Count >= 8
        && task.Mistakes.Select(mistake => mistake.Sentence).Distinct().Count() == task.Mistakes.Count;

    private static bool HasTable(CourseNotebook notebook)
    {
        string[][] rows =
        [
            .. notebook
                .Cells[0]
                .Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
        ];
        Points[] points = [.. Tasks(notebook).Select(task => task.Points)];
        return points.Select(one => $"{one}").SequenceEqual(rows.Select(row => row[3]))
            && notebook.Cells[0].Source.Contains($"{points.Aggregate((sum, one) => sum + one)} points")
            && notebook.Cells[0].Source.Contains($"about {rows.Sum(row => Whole(row[4]))} minutes");

        static int Whole(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A student does not get the cell.</summary>
    private static bool IsHidden(CourseCell cell) =>
        cell.Source.StartsWith("// MISTAKE", StringComparison.Ordinal)
        || cell.Source.StartsWith("// FORBIDDEN ", StringComparison.Ordinal);

    /// <summary>The metadata of a cell without the tags that a page knows.</summary>
    private static JsonElement WithoutTags(JsonElement metadata)
    {
        JsonObject rest = JsonObject.Create(metadata)!;
        if (rest["tags"] is JsonArray tags && tags.All(tag =>
            _tags.Contains((string?)tag) || $"{tag}".StartsWith("piece=", StringComparison.Ordinal)))
            _ = rest.Remove("tags") && rest.Remove("jupyter");     // which folds a cell in JupyterLab
        return JsonSerializer.SerializeToElement(rest);
    }

    private static bool IsSame(string expected, JsonElement actual) =>
        JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual);

    private static bool IsPortable(CourseCell cell)
    {
        SyntaxNode root = Parse(cell);
        return !Calls(root).Any(call => call is "display" or "HTML")
            && !cell.Source.Contains("Console.Error")
            && root.DescendantTokens().All(token => token.ValueText != "dynamic");
    }

    private static int Shown(CourseCell cell)
    {
        SyntaxNode root = Parse(cell);
        bool hasResult = root.DescendantNodes()
            .OfType<ExpressionStatementSyntax>()
            .Any(statement => statement.SemicolonToken.IsMissing);
        return Calls(root).Count(call => call.EndsWith(".Display", StringComparison.Ordinal)) + (hasResult ? 1 : 0);
    }

    private static IEnumerable<string> Calls(SyntaxNode root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression.ToString());

    private static SyntaxNode Parse(CourseCell cell) =>
        CSharpSyntaxTree
            .ParseText(cell.Source, PortableSubmissions.Language)
            .GetRoot(TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^# .+\?$")]
    private static partial Regex QuestionTitle();

    [GeneratedRegex("^# A[1-7] · .+\\?$")]
    private static partial Regex AssignmentTitle();

    [GeneratedRegex("^[a-z][a-z0-9-]{2,63}$")]
    private static partial Regex DescriptiveId();

    [GeneratedRegex(@"^\s*\d{3,}[.)](\s|$)")]
    private static partial Regex LargeListNumber();

    [GeneratedRegex(@"\r|\\u00[0-9a-fA-F]{2}|\\u03[0-9a-fA-F]{2}")]
    private static partial Regex EscapedLetterOrReturn();

    [GeneratedRegex("Invariant|CultureInfo|FormattableString")]
    private static partial Regex Culture();

    [GeneratedRegex(@"\bStopwatch\b|\bElapsed|[Ss]econds\b|\bOverTime\(")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\w.:/])/(home|root|usr|tmp|work|Users|mnt)/|\b[A-Z]:\\")]
    private static partial Regex MachinePath();
}

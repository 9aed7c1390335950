using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Loader;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Browser;

/// <summary>The methods that worker.js calls, in the web worker in which the cells of the page run.</summary>
internal static partial class PageHost
{
    /// <summary>The lengths of the values that the cells of the page have displayed, by id.</summary>
    private static readonly ConcurrentDictionary<string, long> _displayed = new(StringComparer.Ordinal);

    private static FrameworkReferences? _framework;
    private static CSharpSession? _session;
    private static CancellationTokenSource? _running;

    /// <summary>Begins the session.</summary>
    /// <param name="framework">The names of the framework's assemblies in the bundle.</param>
    /// <param name="others">The paths of the framework's other assemblies, which are fetched with the first
    /// package.</param>
    /// <param name="packages">The packages of the page, as JSON.</param>
    /// <param name="hasKeyboard">Whether cells can get what the reader types: this needs a service worker.</param>
    [JSExport]
    internal static void Begin(string[] framework, string[] others, string packages, bool hasKeyboard)
    {
        _framework = FrameworkReferences.OfLoaded([.. framework.Select(Assembly.Load)]);
        var options = new SessionOptions
        {
            References = _framework,
            Packages = new PagePackages(packages, others),
            Input = hasKeyboard ? () => RequestInput : null,
            InterruptRequested = PageCalls.Poll,
        };
        _session = new CSharpSession(CourseOptions.AddTo(options, kitScript: null, kitFolder: null));
    }

    /// <summary>Loads an assembly that judges a notebook. The page fetches them before the first <see cref="HandIn"/>,
    /// each after those to which it refers.</summary>
    [JSExport]
    internal static void Load(byte[] library) =>
        AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(library));

    /// <summary>Finds what would not count in the notebook of an assignment, as JSON. The page has no expected
    /// value.</summary>
    /// <param name="judge">Whether its answers are judged.</param>
    [JSExport]
    internal static Task<string> HandIn(string name, string notebook, bool judge) =>
        Assignments.HandInCheck.RunAsync(_framework!, Path.GetFullPath(name), notebook, judge);

    /// <summary>Runs a cell to its end and returns the name of its <see cref="CellOutcome"/>.</summary>
    /// <param name="id">The cell's id, under which its outputs are sent to the page.</param>
    /// <param name="choices">The values that the reader has chosen in the cell's controls: each control's name,
    /// followed by its value.</param>
    /// <param name="follows">Whether the cell runs again because the reader has moved a control.</param>
    /// <param name="isClaim">Whether the code checks a claim: what it declares is dropped.</param>
    [JSExport]
    internal static async Task<string> Run(
        string id, string code, int number, string[] choices, bool follows, bool isClaim)
    {
        _session!.Choices = choices.Chunk(2).ToDictionary(choice => choice[0], choice => choice[1]);
        _session.Reuses = follows;
        using var running = new CancellationTokenSource();
        _running = running;
        try
        {
            var sink = new LimitedOutputs(new PageOutputSink(id), _displayed);
            CellResult result = await (isClaim
                ? _session.ExecuteClaimAsync(code, id, number, sink, running.Token)
                : _session.ExecuteAsync(code, new(number), sink, running.Token));
            return result.Outcome.ToString();
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Writes a file that cells can read. Its name is a path relative to the notebook's folder.</summary>
    [JSExport]
    internal static void Put(string name, byte[] content)
    {
        string path = Path.GetFullPath(name);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{name} cannot be written here: {e.Message}");
        }
    }

    /// <summary>Stops a cell that awaits a task. (A cell that computes polls whether to stop.)</summary>
    [JSExport]
    internal static void Stop() => _running?.Cancel();

    /// <summary>Replies to a query about the session, as JSON.</summary>
    /// <param name="query">complete, problems, inspect (text; null when nothing is known), signatures, names, variables
    /// or, to read a notebook, the extension of its file name.</param>
    [JSExport]
    internal static string Query(string query, string code, int position)
    {
        object? reply = query switch
        {
            "complete" => _session!.Complete(code, position),
            "problems" => _session!.FindProblems(code),
            "inspect" => _session!.Inspect(code, position)?.Text(MimeBundle.PlainText),
            "signatures" => _session!.Signatures(code, position),
            "names" => _session!.Names(code),
            "variables" => _session!.Variables(),
            Notebook.JupyterExtension or Notebook.DibExtension => CellsOf(code, query),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query, "There is no such query."),
        };
        return JsonSerializer.Serialize(reply, JsonSerializerOptions.Web);
    }

    /// <summary>The cells of a notebook as a page adds them, or why it does not open the notebook. A cell in another
    /// language has this language as its type.</summary>
    private static object CellsOf(string text, string extension)
    {
        Notebook notebook;
        try
        {
            notebook = Notebook.Parse(text, extension);
        }
        catch (NotebookFormatException e)
        {
            return new { problem = $"{e.What}. {e.Expected}" };
        }
        string TypeOf(CodeCell cell) =>
            (cell.Language ?? notebook.Language) is { } name && !NotebookLanguage.IsCSharp(name) ? name : "code";
        if (notebook.Language is { } language && !notebook.IsCSharp
            && !notebook.CodeCells.Any(cell => TypeOf(cell) == "code"))
            return new { problem = $"it is written in {language}, and this page runs C#" };
        return notebook.Cells.Select(cell => new
        {
            cell_type = cell is CodeCell code ? TypeOf(code) : cell is MarkdownCell ? "markdown" : "raw",
            source = cell.Source,
        });
    }

    private static string RequestInput(InputRequest request) =>
        PageCalls.RequestInput(request.Prompt, request.IsPassword)
        ?? throw new OperationCanceledException("Nothing was entered.");
}

using System.Reflection;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Loader;
using System.Text.Json;
using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Browser;

/// <summary>What the worker's script calls: the page's one session.</summary>
internal static partial class PageHost
{
    private static FrameworkReferences? _framework;
    private static CSharpSession? _session;
    private static CancellationTokenSource? _running;

    /// <summary>Begins the session.</summary>
    /// <param name="framework">The names of the framework's assemblies in the bundle.</param>
    [JSExport]
    internal static void Begin(string[] framework)
    {
        _framework = FrameworkReferences.OfLoaded([.. framework.Select(Assembly.Load)]);
        _session = new CSharpSession(new SessionOptions
        {
            References = _framework,
            Directives = CourseDirectives.Of(kitScript: null),
            Input = Ask,
            InterruptRequested = PageCalls.Poll,
        });
    }

    /// <summary>What would not count of an assignment's notebook, as JSON.</summary>
    /// <param name="library">The assembly that judges it, which the page fetches only then.</param>
    /// <param name="name">The notebook's file name.</param>
    /// <param name="notebook">Its text.</param>
    /// <param name="judge">Whether its answers are judged.</param>
    [JSExport]
    internal static Task<string> HandIn(byte[] library, string name, string notebook, bool judge) =>
        AssemblyLoadContext
            .Default.LoadFromStream(new MemoryStream(library))
            .GetType("NeuralNotebooks.Classroom.HandIn", throwOnError: true)!
            .GetMethod("RunAsync")!
            .CreateDelegate<Func<FrameworkReferences, string, string, bool, Task<string>>>()(
            _framework!,
            Path.GetFullPath(name),
            notebook,
            judge
        );

    /// <summary>Runs a cell to its end and returns the name of its <see cref="CellOutcome"/>.</summary>
    /// <param name="id">The page's name of it, for its outputs.</param>
    /// <param name="code">Its text.</param>
    /// <param name="number">Its number in messages.</param>
    /// <param name="choices">What the reader has chosen in its controls: name after name, each followed by the
    /// value.</param>
    /// <param name="follows">Whether it runs again because a hand has moved a control.</param>
    /// <param name="showsValues">Whether to show what each of its lines gave.</param>
    [JSExport]
    internal static async Task<string> Run(
        string id,
        string code,
        int number,
        string[] choices,
        bool follows,
        bool showsValues
    )
    {
        _session!.Choices = choices.Chunk(2).ToDictionary(choice => choice[0], choice => choice[1]);
        _session.Reuses = follows;
        using var running = new CancellationTokenSource();
        _running = running;
        try
        {
            var sink = new PageOutputSink(id);
            CellResult result = await _session.ExecuteAsync(code, number, sink, running.Token, showsValues);
            return result.Outcome.ToString();
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Writes a file that cells read by its name, a path from the notebook's folder.</summary>
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

    /// <summary>Stops a cell that awaits something. (One that computes polls by itself.)</summary>
    [JSExport]
    internal static void Stop() => _running?.Cancel();

    /// <summary>What the session knows, as JSON.</summary>
    /// <param name="question">complete, problems, inspect (HTML; null when nothing is known), signatures, names or
    /// variables.</param>
    /// <param name="code">The text of a cell.</param>
    /// <param name="position">A position in it.</param>
    [JSExport]
    internal static string Answer(string question, string code, int position)
    {
        object? answer = question switch
        {
            "complete" => _session!.Complete(code, position),
            "problems" => _session!.FindProblems(code),
            "inspect" => _session!.Inspect(code, position, detailed: false)?.Text(MimeBundle.Html),
            "signatures" => _session!.Signatures(code, position),
            "names" => _session!.Names(code),
            "variables" => _session!.Variables(),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "There is no such question."),
        };
        return JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
    }

    private static string Ask(InputRequest request) =>
        PageCalls.Ask(request.Prompt, request.IsPassword)
        ?? throw new OperationCanceledException("Nothing was entered.");
}

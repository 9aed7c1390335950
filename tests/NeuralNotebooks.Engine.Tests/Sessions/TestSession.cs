namespace NeuralNotebooks.Engine.Tests;

internal sealed class TestSession(SessionOptions? options = null) : IDisposable
{
    private readonly CSharpSession _session = new(options ?? new SessionOptions { Folder = Path.GetTempPath() });
    private int _cells;

    public CSharpSession Session => _session;

    /// <summary>As in a kernel: a timer or a thread of a stopped cell does not end the process.</summary>
    static TestSession() => CSharpSession.KeepUnhandledExceptions();

    public Task<Shown> Run(string code) => RunUntil(code, CancellationToken.None);

    public async Task<string?> Value(string code) => (await Run(code)).Plain;

    public async Task<Shown> RunUntil(string code, CancellationToken interrupt)
    {
        var shown = new Shown();
        shown.Result = await _session.ExecuteAsync(code, new(++_cells), shown, interrupt);
        return shown;
    }

    /// <summary>Interrupts the cell after it has begun to run, not while it is compiled. A separate thread does this,
    /// as in a kernel, since the cell may occupy the thread pool.</summary>
    public async Task<Shown> RunUntilShortlyAfterStart(string code)
    {
        var interrupt = new CancellationTokenSource();
        var interrupting = new Thread(() =>
        {
            Thread.Sleep(50);
            interrupt.Cancel();
        });
        var shown = new Shown { OnOutput = interrupting.Start };
        shown.Result = await _session.ExecuteAsync(
            "Console.Write(\"started\"); " + code, new(++_cells), shown, interrupt.Token);
        return shown;
    }

    public void Dispose() => _session.Dispose();
}

internal sealed class Shown : IOutputSink
{
    private readonly List<Output> _emitted = [];

    public Action? OnOutput { get; init; }

    /// <summary>Called with the whole console text whenever it grows.</summary>
    public Action<string>? OnText { get; set; }

    public CellResult Result { get; set; } = null!;

    public IReadOnlyList<Output> Outputs => _emitted;

    public Dictionary<string, MimeBundle> Updates { get; } = [];

    public CellOutcome Outcome => Result.Outcome;

    public string Console => string.Concat(Outputs.OfType<StreamOutput>().Select(o => o.Text));

    public string? Plain => Bundle?.Text(MimeBundle.PlainText);

    public string? Html => Bundle?.Text(MimeBundle.Html);

    public MimeBundle? Bundle =>
        Outputs.OfType<ExecuteResult>().LastOrDefault()?.Data ?? Outputs.OfType<DisplayData>().LastOrDefault()?.Data;

    public string Traceback => string.Join('\n', (Result.Error?.Traceback ?? []).Select(line => line.Text));

    /// <summary>The outputs in order: standard output as it is, <c>!</c> before standard error, <c>[…]</c> around a
    /// displayed value, <c>=</c> before the value of the cell, and <c>#</c> before the name of an error.</summary>
    public string Order =>
        string.Concat(
            Outputs.Select(output =>
                output switch
                {
                    StreamOutput { Name: StreamName.Stdout } o => o.Text,
                    StreamOutput o => "!" + o.Text,
                    DisplayData o => $"[{o.Data.Text(MimeBundle.PlainText) ?? o.Data.Text(MimeBundle.Html)}]",
                    ExecuteResult o => "=" + o.Data.Text(MimeBundle.PlainText),
                    ErrorOutput o => "#" + o.Name,
                    _ => "",
                }));

    /// <summary>The outputs as lines, with updates of displays (<c>~</c>) and the traceback. Frames of the framework
    /// are omitted, since they differ between versions.</summary>
    public string Transcript =>
        string.Concat(
            ((string[])[Order, .. Updates.Values.Select(data => "~" + data.Text(MimeBundle.PlainText)), .. Traced])
                .Where(line => line.Length > 0)
                .Select(line => line.TrimEnd('\n') + "\n"));

    /// <summary>The representations of values that say something else than the plain text. HTML is written as
    /// <see cref="HtmlOutline"/>.</summary>
    public string Forms =>
        string.Concat(
            from data in Shows
            from type in data.Types
            let text = type == MimeBundle.Html ? HtmlOutline.Of(WithoutStyle(data.Text(type)!)) : data.Text(type)
            where text != data.Text(MimeBundle.PlainText)
            select $"{type}: {text.Replace("\n", "\n  ")}\n");

    /// <summary>The last representation of this type, without the style sheet that each table contains.</summary>
    public string Form(string mimeType) =>
        WithoutStyle(Shows.Select(data => data.Text(mimeType)).OfType<string>().Last());

    private IEnumerable<MimeBundle> Shows =>
        Outputs.Select(o => (o as DisplayData)?.Data ?? (o as ExecuteResult)?.Data).OfType<MimeBundle>();

    private static string WithoutStyle(string html) => html.Split("<style>")[0];

    private IEnumerable<string> Traced
    {
        get
        {
            const string Framework = "   at System.";
            string[] lines =
            [
                .. Traceback.Split('\n').Select(line =>
                    line.StartsWith(Framework, StringComparison.Ordinal) ? Framework + "…" : line),
            ];
            return lines.Where((line, i) => i == 0 || line != lines[i - 1]);
        }
    }

    public void Emit(OutputEvent shown)
    {
        if (shown is OutputClear)
            _emitted.Clear();
        if (shown is DisplayUpdate update)
            Updates[update.DisplayId] = update.Data;
        if (shown is not Output output)
            return;
        _emitted.Add(output);
        if (_emitted.Count == 1)
            OnOutput?.Invoke();
        if (output is StreamOutput)
            OnText?.Invoke(Console);
    }
}

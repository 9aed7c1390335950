namespace NeuralNotebooks.Interactive;

/// <summary>The kernels of a notebook: its C# session, and one for each other language.</summary>
/// <remarks>The session splits a cell into steps. It runs the steps in C# itself, each inside a command of its kernel
/// (<see cref="CellCommand"/>). Only magic commands and text in other languages are sent to the root kernel as text.
/// What commands send to the C# kernel in the meantime is queued, and the session runs it after the current
/// step. Most notebooks do not use the API, or only <c>display</c>. So it is loaded when a cell calls it itself, has a
/// magic command or another language, or adds a package with an extension.</remarks>
internal sealed partial class NotebookKernels : SessionExtension
{
    private readonly CompositeKernel _root = new() { FrontendEnvironment = new PageFrontend() };
    private readonly CSharpKernel _csharp;
    private readonly ValueFormats _formats = new();
    private readonly PackageExtensions _extensions = new();
    private readonly IDisposable _late;

    private volatile CellCommand? _running;

    private NotebookKernels(CSharpSession session)
    {
        _csharp = new CSharpKernel(session);
        _root.Add(_csharp.UseWho().UseValueSharing(), NotebookLanguage.AliasesOf(NotebookLanguage.CSharp));
        _root.Add(new HtmlKernel());
        _root.Add(new MermaidKernel());
        _root.Add(new ScriptKernel().UseValueSharing(), NotebookLanguage.AliasesOf("javascript"));
        _root.Add(new KeyValueStoreKernel().UseWho());
        _root.DefaultKernelName = NotebookLanguage.CSharp;
        AboutCommand.AddTo(_root);
        InputRequests.AddTo(_root);
        var outputs = new KernelOutputs(_root, _formats);
        _root.KernelEvents.Subscribe(outputs.Show);
        _late = Formatter.SubscribeToDisplayedValues(outputs.ShowLate);
    }

    public static NotebookKernels Create(CSharpSession session) =>
        CommandThreads.Run(() => new NotebookKernels(session)).Result;

    public override async Task RunAsync(string text, CancellationToken stopped)
    {
        string first = Directive.FirstWord(text);
        if (Directive.IsOtherLanguage(first) && _root.FindKernelByName(first[2..]) is null)
            throw new ExtensionCodeException(
                $"Nothing here runs cells in {first[2..]}. The cells in C# run without it.", isMissing: true);
        // The API would throw a NullReferenceException.
        if (Source().Match(text) is { Success: true, Value: var source } && _root.FindKernelByName(source) is null)
            throw new ExtensionCodeException($"There is no kernel {source} here.");
        KernelCommandResult result = await CommandThreads
            .Run(() => _root.SendAsync(new SubmitCode(text, NotebookLanguage.CSharp), stopped))
            .Unwrap();
        CommandFailed? failed = result.Events.OfType<CommandFailed>().LastOrDefault();
        // A command such as #!share ignores that the command has failed that it has sent.
        string? message = failed?.Exception?.Message ?? failed?.Message
            ?? result.Events.OfType<ErrorProduced>().LastOrDefault()?.Message;
        if (message is null)
            return;
        int line = Place().Match(message) is { Success: true } place
            ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        throw new ExtensionCodeException(Place().Replace(message, ""), line);
    }

    /// <summary>Runs code of the session as a command of its kernel, so that the code has a
    /// <see cref="KernelInvocationContext"/>.</summary>
    public override async Task RunCodeAsync(
        IReadOnlySet<string> assemblies, Func<Task> run, CancellationToken stopped)
    {
        CellExecution execution = CurrentCell.Required;
        var command = new CellCommand(isWatched: assemblies.Contains(ApiAssemblies.Names[0]));
        // An interrupted cell may never get to the end of this method.
        using CancellationTokenRegistration stopping = stopped.Register(command.End);
        // The command redirects the console; the cell's own redirection is kept.
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        Task sent = await CommandThreads.Run(() => _root.SendAsync(command, CancellationToken.None));
        Console.SetOut(output);
        Console.SetError(error);
        ExecutionContext context = await command.Begun;
        _running = command;
        try
        {
            Task? running = null;
            ExecutionContext.Run(
                context,
                _ =>
                {
                    CurrentCell.Enter(execution);
                    running = run();
                },
                null);
            await running!;
        }
        finally
        {
            _running = null;
            command.End();
            await sent;
        }
    }

    public override void Cancel() => _running?.Cancel();

    public override Task LoadExtensionsAsync(IReadOnlyList<string> folders, CancellationToken stopped) =>
        // On a thread of their own, since extensions may block while they wait for their commands.
        RunCodeAsync(
            assemblies: new HashSet<string>(),
            () => CommandThreads.Run(() => _extensions.LoadAsync(folders, _root)).Unwrap(), stopped);

    public override SentCode? TakeSent() => _csharp.TakeSent();

    public override MimeBundle? Format(object? value) => _formats.Format(value);

    public override string? HtmlOf(object value) => ValueFormats.HtmlOf(value);

    public override void Dispose()
    {
        _late.Dispose();
        _root.Dispose();
    }

    /// <summary>The kernel from which a command such as <c>#!share --from value x</c> takes a value.</summary>
    [GeneratedRegex(@"(?<=^#!.* --from )\S+", RegexOptions.Multiline)]
    private static partial Regex Source();

    /// <summary>The place that begins an error of the API's parser, such as <c>(1,1): error DNI101: …</c>.</summary>
    [GeneratedRegex(@"^\((?<line>\d+),\d+\): error ", RegexOptions.Multiline)]
    private static partial Regex Place();
}

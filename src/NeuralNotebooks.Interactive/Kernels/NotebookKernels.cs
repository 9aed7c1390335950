namespace NeuralNotebooks.Interactive;

/// <summary>The kernels of a notebook: its C# session, and one for each other language.</summary>
/// <remarks>The session splits a cell into steps. It runs the steps in C# itself, each inside a command of its kernel
/// (<see cref="CellCommand"/>). Only magic commands and text in other languages are sent to the root kernel as text.
/// What commands send to the C# kernel in the meantime is queued, and the session runs it after the current
/// step.</remarks>
internal sealed class NotebookKernels : IDisposable
{
    private readonly CompositeKernel _root = new() { FrontendEnvironment = new PageFrontend() };
    private readonly CSharpKernel _csharp;
    private readonly ToolKernels _tool;
    private readonly ValueFormats _formats = new();
    private readonly PackageExtensions _extensions = new();
    private readonly IDisposable _late;

    /// <summary>The time that the kernel's scheduler, which needs the thread pool, may take to begin or end a
    /// command.</summary>
    private static readonly TimeSpan _schedulerTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The context of the last command that has begun.</summary>
    private ExecutionContext? _context;

    public NotebookKernels(CSharpSession session, string folder, Func<string?> findTool)
    {
        _csharp = new CSharpKernel(session);
        _tool = new ToolKernels(_root, folder, findTool);
        _root.Add(_csharp.UseWho().UseValueSharing(), NotebookLanguage.AliasesOf(NotebookLanguage.CSharp));
        _root.Add(new HtmlKernel());
        _root.Add(new ScriptKernel().UseValueSharing(), NotebookLanguage.AliasesOf("javascript"));
        _root.Add(new MermaidKernel());
        _root.Add(new KeyValueStoreKernel().UseWho());
        _root.DefaultKernelName = NotebookLanguage.CSharp;
        MagicCommands.AddTo(_root);
        InputRequests.AddTo(_root);
        var outputs = new KernelOutputs(_root);
        _root.KernelEvents.Subscribe(outputs.Show);
        _late = Formatter.SubscribeToDisplayedValues(outputs.ShowLate);
    }

    public async Task RunAsync(string text, CancellationToken stopped)
    {
        await _tool.AddKernelsOfAsync(text);
        string first = Directive.FirstWord(text);
        if (Directive.IsOtherLanguage(first) && _root.FindKernelByName(first[2..]) is null)
            throw new ForeignCodeException(
                $"Nothing here runs cells in {first[2..]}. The cells in C# run without it.", isMissing: true);
        // On the thread pool, since handlers block while they wait for other handlers.
        KernelCommandResult result = await Task.Run(
            () => _root.SendAsync(new SubmitCode(text, NotebookLanguage.CSharp), stopped), CancellationToken.None);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is not { } failed)
            return;
        throw new ForeignCodeException(failed.Exception?.Message ?? failed.Message ?? "The command has failed.");
    }

    /// <summary>Runs code of the session as a command of its kernel, so that the code has a
    /// <see cref="KernelInvocationContext"/>.</summary>
    /// <remarks>The kernel's scheduler needs the thread pool. If tasks of earlier cells occupy it, the code runs in the
    /// context of an earlier command, in which it can do all but send commands.</remarks>
    public async Task RunCodeAsync(Func<Task> run, CancellationToken stopped)
    {
        CellExecution execution = CurrentCell.Required;
        var command = new CellCommand();
        // The command redirects the console; the cell's own redirection is kept.
        (TextWriter output, TextWriter error) = (Console.Out, Console.Error);
        Task sent = OwnThread.Run("Command", () => _root.SendAsync(command, CancellationToken.None)).Result;
        Console.SetOut(output);
        Console.SetError(error);
        if (command.Begun.Wait(_schedulerTimeout, CancellationToken.None))
            _context = command.Begun.Result; // Otherwise that of the earlier command stays.
        // An interrupted cell may never get to the end of this method.
        using CancellationTokenRegistration stopping = stopped.Register(command.End);
        try
        {
            Task? running = null;
            ExecutionContext.Run(
                _context ?? ExecutionContext.Capture()!,
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
            command.End();
            // The code has run. If the thread pool is occupied, only the end of the command comes later.
            sent.Wait(_schedulerTimeout, CancellationToken.None);
        }
    }

    public Task LoadExtensionsAsync(PackageAssets packages, CancellationToken stopped) =>
        // On the thread pool, since extensions may block while they wait for their commands.
        RunCodeAsync(() => Task.Run(() => _extensions.LoadAsync(packages, _root)), stopped);

    public SentCode? TakeSent() => _csharp.TakeSent();

    public MimeBundle? Format(object? value) => _formats.Format(value);

    public void Dispose()
    {
        _late.Dispose();
        _tool.Dispose();
        _root.Dispose();
    }
}

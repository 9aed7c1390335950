namespace NeuralNotebooks.Engine;

public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives are resolved against it. (The host sets the working
    /// directory of the process.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The notebook's path, which code reads by <c>[CallerFilePath]</c>; null if it is not known.</summary>
    public string? NotebookPath { get; init; }

    public HostDirectives Directives { get; init; } = new();

    /// <summary>Returns the HTML of a value whose type does not define how it is displayed, or null for a type that it
    /// does not know.</summary>
    public Func<object, string?>? Formatter { get; init; }

    /// <summary>The full names of methods without parameters that show their object, such as a picture, in a window or
    /// in a browser. A cell that calls one shows the object as an output instead.</summary>
    public IReadOnlySet<string> ShowingMethods { get; init; } = new HashSet<string>();

    /// <summary>Called when a cell begins, returns what asks its user for a line of input. Null if the host does not
    /// support input, so that a cell that reads input fails.</summary>
    public Func<Func<InputRequest, string>>? Input { get; init; }

    /// <summary>The compiler's references to the framework. Sessions with the same object share its symbols.</summary>
    public FrameworkReferences References { get => field ??= FrameworkReferences.OfRuntime; init; }

    /// <summary>Creates what the host adds to a session, such as magic commands, when a cell first needs it; null if it
    /// adds nothing.</summary>
    public Func<CSharpSession, SessionExtension>? Extension { get; init; }

    /// <summary>The simple names of the assemblies whose use needs the extension.</summary>
    public IReadOnlyList<string> ExtensionAssemblies { get; init; } = [];

    /// <summary>Provides NuGet packages; null if the host has none, so that a cell that references one fails.</summary>
    public IPackageSource? Packages { get; init; }

    /// <summary>Whether a cell runs on a dedicated thread and another thread delivers its outputs. Without threads, a
    /// cell runs on the caller's thread, and the code that shows an output calls the sink synchronously.</summary>
    public bool HasThreads { get; init; } = !OperatingSystem.IsBrowser();

    /// <summary>Returns whether the cell must stop. The running cell polls it at its interrupt points, at most four
    /// times a second. For hosts that cannot cancel the token of <see cref="CSharpSession.ExecuteAsync"/> while a cell
    /// occupies their only thread.</summary>
    public Func<bool>? InterruptRequested { get; init; }
}

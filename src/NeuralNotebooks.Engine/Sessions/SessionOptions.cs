namespace NeuralNotebooks.Engine;

/// <summary>What a session needs to know about its notebook and its host.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here. (The process's working directory is up
    /// to the host.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>What the host adds to the engine's directives.</summary>
    public HostDirectives Directives { get; init; } = new();

    /// <summary>How the host shows values whose types follow no convention: each formatter gives the HTML of a value,
    /// or null for types that it does not know.</summary>
    public IReadOnlyList<Func<object, string?>> Formatters { get; init; } = [];

    /// <summary>Asks the user for a line of input; null if the host cannot, so that a cell that reads fails.</summary>
    public Func<InputRequest, string>? Input { get; init; }

    /// <summary>The framework as the compiler references it. Sessions that share it share the compiler's symbols
    /// too.</summary>
    public FrameworkReferences References { get => field ??= FrameworkReferences.OfRuntime; init; }

    /// <summary>Where packages come from.</summary>
    public IPackageSource Packages { get; init; } = new NoPackages();

    /// <summary>
    /// Whether a cell runs on a thread of its own, and its outputs are delivered by another. Without threads a cell is
    /// awaited in place, and the sink is called synchronously by the code that shows something.
    /// </summary>
    public bool HasThreads { get; init; } = !OperatingSystem.IsBrowser();

    /// <summary>
    /// Polled by the running cell's own code, at its interrupt points and at most four times a second: whether the cell
    /// must stop. For hosts that cannot cancel the token of <see cref="CSharpSession.ExecuteAsync"/> while a cell
    /// occupies their only thread.
    /// </summary>
    public Func<bool>? InterruptRequested { get; init; }
}

namespace NeuralNotebooks.Engine;

/// <summary>What a host adds to the engine's directives.</summary>
public sealed record HostDirectives
{
    /// <summary>Scripts that notebooks import by name, wherever they lie.</summary>
    public IReadOnlyList<HostScript> Scripts { get; init; } = [];

    /// <summary>Whether a cell with this text is never run, but succeeds at once. By default every cell is
    /// run.</summary>
    public Func<string, bool> LeavesOut { get; init; } = _ => false;

    /// <summary>What to do about an error of the compiler, given its message; null where the host does not
    /// know.</summary>
    public Func<string, string?> Advice { get; init; } = _ => null;
}

/// <summary>A script of the host: what <c>#!import</c> with its name imports where the notebook's folder has no file of
/// that name.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Path">The host's file; null if there is none.</param>
/// <param name="WhenMissing">The error where neither file exists, given the path in the notebook's folder; null for
/// that of any other file.</param>
public sealed record HostScript(string Name, string? Path, Func<string, string>? WhenMissing = null);

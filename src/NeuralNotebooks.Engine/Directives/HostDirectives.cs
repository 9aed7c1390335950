namespace NeuralNotebooks.Engine;

public sealed record HostDirectives
{
    /// <summary>Scripts that notebooks can import by file name, whatever the notebook's folder.</summary>
    public IReadOnlyList<HostScript> Scripts { get; init; } = [];

    /// <summary>Returns whether to skip the cell with this text: it succeeds without being run.</summary>
    public Func<string, bool> LeavesOut { get; init; } = _ => false;
}

/// <summary>A script of the host: <c>#!import</c> with its name imports it if the notebook's folder has no file of that
/// name.</summary>
/// <param name="WhenMissing">Returns the error message if neither file exists, given the path in the notebook's folder;
/// null for the same message as for other files.</param>
public sealed record HostScript(string Name, string? Path, Func<string, string>? WhenMissing = null);

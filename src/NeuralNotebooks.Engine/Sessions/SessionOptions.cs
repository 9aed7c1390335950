namespace NeuralNotebooks.Engine;

/// <summary>What a session needs to know of its notebook.</summary>
public sealed record SessionOptions
{
    /// <summary>The notebook's folder: relative paths in directives start here. (The process's working directory is the host's matter.)</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Where packages come from.</summary>
    public IPackageSource Packages { get; init; } = new NoPackages();

    /// <summary>Asks the notebook's reader for a line of input; null where nobody can be asked, so that a cell that reads fails.</summary>
    public Func<InputRequest, string>? Input { get; init; }
}

/// <summary>A cell asks its reader for a line.</summary>
/// <param name="Prompt">What to enter; may be empty.</param>
/// <param name="IsPassword">Whether the line is not to be seen while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);

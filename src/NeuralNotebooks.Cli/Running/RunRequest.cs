namespace NeuralNotebooks.Cli;

/// <summary>The arguments of <c>nn run</c>.</summary>
internal sealed record RunRequest
{
    /// <summary>Notebooks and folders; empty for the course's notebooks.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The folder for the results; null for the default.</summary>
    public required string? Output { get; init; }

    /// <summary>The files for reports of the results.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary>Whether to build the site from the results.</summary>
    public required bool HasSite { get; init; }

    /// <summary>Whether to treat the notebooks as untrusted in their pages.</summary>
    public required bool IsUntrusted { get; init; }

    /// <summary>Whether to list all files that the site publishes.</summary>
    public required bool IsVerbose { get; init; }

    /// <summary>Whether to write the outputs of notebooks that passed into the notebooks themselves.</summary>
    public required bool IsInPlace { get; init; }

    /// <summary>How the notebooks are run.</summary>
    public required RunOptions Options { get; init; }
}

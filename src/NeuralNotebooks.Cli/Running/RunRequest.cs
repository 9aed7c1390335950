namespace NeuralNotebooks.Cli;

/// <summary>The arguments of <c>nn run</c>.</summary>
/// <param name="Paths">Notebooks and folders; empty for the course's notebooks.</param>
/// <param name="Output">The folder for the results; null for the default.</param>
/// <param name="Reports">The files for reports of the results.</param>
/// <param name="HasSite">Whether to build the site from the results.</param>
/// <param name="IsUntrusted">Whether to treat the notebooks as untrusted in their pages.</param>
/// <param name="IsVerbose">Whether to list all files that the site publishes.</param>
/// <param name="IsInPlace">Whether to write the outputs of notebooks that passed into the notebooks themselves.</param>
/// <param name="Options">How the notebooks are run.</param>
internal sealed record RunRequest(
    IReadOnlyList<string> Paths,
    string? Output,
    IReadOnlyList<string> Reports,
    bool HasSite,
    bool IsUntrusted,
    bool IsVerbose,
    bool IsInPlace,
    RunOptions Options);

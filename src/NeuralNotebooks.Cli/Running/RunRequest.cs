using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Cli;

/// <summary>What <c>nn run</c> was asked to do.</summary>
internal sealed record RunRequest
{
    /// <summary>Notebooks and folders; none means the course.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Where results go, or null for the usual place.</summary>
    public string? Output { get; init; }

    /// <summary>Whether pages are made for untrusted notebooks.</summary>
    public bool IsUntrusted { get; init; }

    /// <summary>Whether executed notebooks replace those that were run.</summary>
    public bool IsInPlace { get; init; }

    public IReadOnlyList<string> Reports { get; init; } = [];

    public required RunOptions Options { get; init; }
}

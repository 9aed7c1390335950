namespace NeuralNotebooks.Cli;

/// <summary>The state of something that was checked.</summary>
internal enum State
{
    /// <summary>Present and correct.</summary>
    Good,

    /// <summary>Missing, but only some features need it.</summary>
    Optional,

    /// <summary>Missing or wrong, and needed by everyone.</summary>
    Bad,
}

/// <summary>The result of one check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="State">Its state.</param>
/// <param name="Detail">The version, the path, or the problem.</param>
/// <param name="Advice">How to correct it; null if there is nothing to do.</param>
internal sealed record Finding(string Name, State State, string Detail, string? Advice = null);

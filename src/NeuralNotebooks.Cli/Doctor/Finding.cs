namespace NeuralNotebooks.Cli;

/// <summary>How a thing was found.</summary>
internal enum State
{
    /// <summary>It is there and right.</summary>
    Good,

    /// <summary>It is not there, and most work goes without it.</summary>
    Optional,

    /// <summary>It is missing or wrong, and something that everybody needs does not work.</summary>
    Bad,
}

/// <summary>What the doctor found out about one thing.</summary>
/// <param name="Name">The thing.</param>
/// <param name="State">How it was found.</param>
/// <param name="Detail">Version, place, or what is wrong.</param>
/// <param name="Advice">What to do, or null when there is nothing to do.</param>
internal sealed record Finding(string Name, State State, string Detail, string? Advice = null);

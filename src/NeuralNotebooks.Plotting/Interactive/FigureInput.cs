namespace NeuralNotebooks.Plotting;

/// <summary>A part of an interactive figure by which the reader changes the figure's numbers.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Name">The label for screen readers.</param>
internal abstract record FigureInput(string Part, string Name)
{
    /// <summary>The name of the function that connects the part with its numbers, in <c>interactive.js</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What this function needs to know about the part.</summary>
    public abstract object ForScript { get; }
}

namespace NeuralNotebooks.Plotting;

/// <summary>A part of an interactive figure that the reader drags.</summary>
/// <param name="Part">The name of the part.</param>
/// <param name="Name">The label for screen readers.</param>
/// <param name="X">The number that changes when the handle moves to the right.</param>
/// <param name="Y">The number that changes when it moves upwards; null if there is none.</param>
internal sealed record FigureHandle(string Part, string Name, string X, string? Y = null) : FigureInput(Part, Name)
{
    /// <summary>Whether the handle follows the pointer without being dragged.</summary>
    public bool FollowsPointer { get; init; }

    public override string Kind => "handle";

    public override object ForScript => new { name = Name, x = X, y = Y, followsPointer = FollowsPointer };
}

namespace NeuralNotebooks.Plotting;

/// <summary>Layers, order and heights of the parts of a circuit.</summary>
internal static class LayeredLayout
{
    // In a large circuit, wires from inputs at the left edge would be long.
    private const int FewParts = 16;

    /// <summary>The placement of inputs with the fewest crossings; the first if several tie.</summary>
    public static LayeredGraph Of(IReadOnlyList<LayoutPart> parts)
    {
        InputPlacement[] placements = parts.Count <= FewParts
            ? [InputPlacement.Left, InputPlacement.Near, InputPlacement.SharedEarlier]
            : [InputPlacement.Near, InputPlacement.SharedEarlier];
        LayeredGraph best = Ordered(parts, placements[0]);
        foreach (InputPlacement placement in placements.Skip(1))
        {
            if (Crossings.Count(best) > 0 && Ordered(parts, placement) is var other
                && Crossings.Count(other) < Crossings.Count(best))
                best = other;
        }

        VerticalPlacement.Run(best);
        return best;
    }

    private static LayeredGraph Ordered(IReadOnlyList<LayoutPart> parts, InputPlacement placement)
    {
        LayeredGraph graph = new(parts, Layering.Of(parts, placement));
        CrossingReduction.Run(graph);
        return graph;
    }
}

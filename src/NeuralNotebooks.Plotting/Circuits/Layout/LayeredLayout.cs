namespace NeuralNotebooks.Plotting;

/// <summary>Layers, order and heights of the parts of a circuit.</summary>
internal static class LayeredLayout
{
    // In a small circuit all inputs stand in one column, as in a formula's list of variables; in a large one the wires would be long.
    private const int FewParts = 16;

    public static LayeredGraph Of(IReadOnlyList<LayoutPart> parts)
    {
        LayeredGraph graph = Ordered(parts, inputsFirst: false);
        if (parts.Count <= FewParts && Ordered(parts, inputsFirst: true) is var other && Crossings.Count(other) <= Crossings.Count(graph))
            graph = other;
        VerticalPlacement.Run(graph);
        return graph;
    }

    private static LayeredGraph Ordered(IReadOnlyList<LayoutPart> parts, bool inputsFirst)
    {
        LayeredGraph graph = new(parts, Layering.Of(parts, inputsFirst));
        CrossingReduction.Run(graph);
        return graph;
    }
}

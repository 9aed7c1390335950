namespace NeuralNotebooks.Plotting;

/// <summary>Layers, order and heights of the parts of a circuit.</summary>
/// <remarks>
/// The method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system structures", IEEE
/// Trans. SMC 11(2), 1981), with one pass for each of its steps: circuits are small, and most are trees, in which no
/// wires cross then.
/// </remarks>
internal static class LayeredLayout
{
    /// <summary>The gap between two neighbours in a layer.</summary>
    public const double Gap = 8;

    // In a larger circuit, wires from inputs at the left edge would be long.
    private const int FewParts = 16;

    public static LayeredGraph Of(IReadOnlyList<LayoutPart> parts)
    {
        LayeredGraph graph = new(parts, Layers(parts));
        Order(graph);
        foreach (List<LayeredNode> layer in graph.Layers)
            Place(layer);
        return graph;
    }

    /// <summary>The layer of each part: that of a gate is the length of the longest path to it from an input. Inputs
    /// are at the left edge, as in a formula's list of variables; constants, and all inputs of a larger circuit, are
    /// just before the first gate that needs them.</summary>
    private static int[] Layers(IReadOnlyList<LayoutPart> parts)
    {
        int[] layers = new int[parts.Count], firstUse = new int[parts.Count];
        for (int part = 0; part < parts.Count; part++)
        {
            layers[part] = parts[part].Inputs.Select(input => layers[input] + 1).DefaultIfEmpty().Max();
            foreach (int input in parts[part].Inputs)
                firstUse[input] = firstUse[input] == 0 ? layers[part] : Math.Min(firstUse[input], layers[part]);
        }
        for (int part = 0; part < parts.Count; part++)
            if (parts[part].Inputs.Length == 0 && (parts[part].Near || parts.Count > FewParts))
                layers[part] = Math.Max(0, firstUse[part] - 1);
        return layers;
    }

    /// <summary>Sorts each layer by where its wires lead (the barycentre method), from the result to the
    /// inputs.</summary>
    private static void Order(LayeredGraph graph)
    {
        foreach (List<LayeredNode> layer in Enumerable.Reverse(graph.Layers).Skip(1))
        {
            LayeredNode[] sorted =
            [
                .. layer
                    .OrderBy(node => node.Out.Average(edge => edge.To.Order + edge.Port / (double)edge.To.In.Count))
                    .ThenBy(node => node.Out.Max(edge => edge.To.Order)),
            ];
            for (int i = 0; i < sorted.Length; i++)
                (layer[i] = sorted[i]).Order = i;
        }

        // The wires into a commutative gate arrive in the order in which they come.
        foreach (LayeredNode node in graph.Parts.Where(node => !node.FixedPorts))
            foreach ((int rank, LayeredEdge edge) in
                node.In.OrderBy(edge => edge.From.Order).ThenBy(edge => edge.Port).Index())
                edge.Rank = rank;
    }

    /// <summary>Sets the heights in a layer: each node is where its wires come straight, or as near as its neighbours
    /// allow.</summary>
    private static void Place(List<LayeredNode> layer)
    {
        double?[] straight =
        [
            .. layer.Select(node =>
                node.In.Count == 0 ? null : (double?)node.In.Average(edge => edge.From.Y - edge.Offset)),
        ];
        // An input that is not at the left edge is beside its neighbour.
        for (int i = layer.Count - 2; i >= 0; i--)
            if (straight[i] is null && straight[..i].All(y => y is null))
                straight[i] = straight[i + 1] - Distance(layer[i], layer[i + 1]);
        for (int i = 0; i < layer.Count; i++)
        {
            double least = i == 0 ? double.NegativeInfinity : layer[i - 1].Y + Distance(layer[i - 1], layer[i]);
            layer[i].Y = Math.Max(straight[i] ?? (i == 0 ? 0 : least), least);
        }
        double shift = straight.Zip(layer, (y, node) => y - node.Y).Average() ?? 0;
        layer.ForEach(node => node.Y += shift);
    }

    private static double Distance(LayeredNode upper, LayeredNode lower) => upper.Room + Gap + lower.Room;
}

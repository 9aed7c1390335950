namespace NeuralNotebooks.Plotting;

/// <summary>Places the nodes vertically. The order of each layer is kept, every node gets the room that it needs, and
/// the wires are as straight as these two conditions allow.</summary>
internal static class VerticalPlacement
{
    /// <summary>The gap between two neighbours.</summary>
    public const double Gap = 8;

    private const int Sweeps = 120, Rounds = 4;

    public static void Run(LayeredGraph graph)
    {
        foreach (List<LayeredNode> layer in graph.Layers)
        {
            for (int i = 0; i < layer.Count; i++)
                layer[i].Y = i == 0 ? 0 : layer[i - 1].Y + Distance(layer[i - 1], layer[i]);
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (List<LayeredNode> layer in sweep % 2 == 0 ? graph.Layers : Enumerable.Reverse(graph.Layers))
                Settle(layer);
        }

        for (int round = 0; round < Rounds; round++)
        {
            foreach (List<LayeredEdge> wire in graph.Wires.Values.Where(wire => wire.Count > 1))
                Straighten(graph, wire);
            foreach (LayeredNode node in Enumerable.Reverse(graph.Parts))
                Align(graph, node);
        }
    }

    private static double Distance(LayeredNode upper, LayeredNode lower) => upper.Room + Gap + lower.Room;

    /// <summary>Sets the heights in a layer so that Σ weight · (height difference of a wire)² is smallest, while the
    /// neighbouring layers are fixed.</summary>
    private static void Settle(List<LayeredNode> layer)
    {
        double[] heights = IsotonicRegression.Of([.. layer.Select(Pull)], i => Distance(layer[i - 1], layer[i]));
        for (int i = 0; i < layer.Count; i++)
            layer[i].Y = heights[i];
    }

    private static (double Weight, double Sum) Pull(LayeredNode node)
    {
        (double weight, double sum) = (1e-6, 1e-6 * node.Y);
        void Add(LayeredEdge edge, double target)
        {
            double w = (edge.From.IsBend, edge.To.IsBend) switch { (true, true) => 8, (false, false) => 1, _ => 2 };
            weight += w;
            sum += w * target;
        }

        foreach (LayeredEdge edge in node.In)
            Add(edge, edge.From.Y - edge.Offset);
        foreach (LayeredEdge edge in node.Out)
            Add(edge, edge.To.Y + edge.Offset);
        return (weight, sum);
    }

    /// <summary>Gives all bends of a wire the same height, that of one of its ends where there is room.</summary>
    private static void Straighten(LayeredGraph graph, List<LayeredEdge> wire)
    {
        LayeredNode[] bends = [.. wire.SkipLast(1).Select(edge => edge.To)];
        double from = wire[0].From.Y, to = wire[^1].To.Y + wire[^1].Offset;
        double lowest = double.NegativeInfinity, highest = double.PositiveInfinity;
        foreach (LayeredNode bend in bends)
        {
            (double low, double high) = Room(graph, bend);
            (lowest, highest) = (Math.Max(lowest, low), Math.Min(highest, high));
        }

        if (lowest > highest)
            return;
        bool Fits(double y) => y >= lowest && y <= highest;
        double height = Fits(to) ? to : Fits(from) ? from : Math.Clamp((from + to) / 2, lowest, highest);
        foreach (LayeredNode bend in bends)
            bend.Y = height;
    }

    /// <summary>A node with one wire in, or with one wire at all, is placed at that wire's height where there is
    /// room.</summary>
    private static void Align(LayeredGraph graph, LayeredNode node)
    {
        double? wanted = node.In.Count == 1 ? node.In[0].From.Y : node.In.Count == 0 && node.Out.Count == 1
            ? node.Out[0].To.Y + node.Out[0].Offset : null;
        if (wanted is { } y && Room(graph, node) is var (low, high) && low <= high)
            node.Y = Math.Clamp(y, low, high);
    }

    private static (double Low, double High) Room(LayeredGraph graph, LayeredNode node)
    {
        List<LayeredNode> layer = graph.Layers[node.Layer];
        double low = node.Order == 0 ? double.NegativeInfinity
            : layer[node.Order - 1].Y + Distance(layer[node.Order - 1], node);
        double high = node.Order == layer.Count - 1 ? double.PositiveInfinity
            : layer[node.Order + 1].Y - Distance(node, layer[node.Order + 1]);
        return (low, high);
    }
}

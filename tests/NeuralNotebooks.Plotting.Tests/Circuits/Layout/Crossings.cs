namespace NeuralNotebooks.Plotting.Tests;

/// <summary>Counts how often wires cross.</summary>
internal static class Crossings
{
    public static int Count(LayeredGraph graph) => graph.Layers.Sum(Before);

    /// <summary>The crossings between a layer and the one before it.</summary>
    private static int Before(List<LayeredNode> layer)
    {
        LayeredEdge[] edges = [.. layer.SelectMany(node => node.In)];
        return edges.Select((a, i) => edges.Skip(i + 1).Count(b => Cross(a, b))).Sum();
    }

    // Wires from one source fork there, and wires into a commutative gate are sorted: neither kind crosses.
    private static bool Cross(LayeredEdge a, LayeredEdge b)
    {
        int left = a.From.Order.CompareTo(b.From.Order);
        int right = a.To != b.To ? a.To.Order.CompareTo(b.To.Order) : a.To.FixedPorts ? a.Port.CompareTo(b.Port) : 0;
        return left * right < 0;
    }
}

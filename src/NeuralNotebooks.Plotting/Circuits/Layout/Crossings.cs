namespace NeuralNotebooks.Plotting;

/// <summary>How often wires cross.</summary>
internal static class Crossings
{
    public static int Count(LayeredGraph graph) => graph.Layers.Sum(Before);

    /// <summary>The crossings between a layer and the one before it.</summary>
    public static int Before(List<LayeredNode> layer)
    {
        LayeredEdge[] edges = [.. layer.SelectMany(node => node.In)];
        int crossings = 0;
        for (int i = 0; i < edges.Length; i++)
        {
            for (int j = i + 1; j < edges.Length; j++)
            {
                if (Cross(edges[i], edges[j]))
                    crossings++;
            }
        }

        return crossings;
    }

    /// <summary>The crossings among the wires of two nodes of a layer, on both sides, when the first of them is above
    /// the second.</summary>
    public static int Between(LayeredNode upper, LayeredNode lower)
    {
        int crossings = 0;
        foreach (LayeredEdge a in upper.In)
        {
            foreach (LayeredEdge b in lower.In)
            {
                if (a.From.Order > b.From.Order)
                    crossings++;
            }
        }

        foreach (LayeredEdge a in upper.Out)
        {
            foreach (LayeredEdge b in lower.Out)
            {
                if (a.To.Order > b.To.Order || (a.To == b.To && a.To.FixedPorts && a.Port > b.Port))
                    crossings++;
            }
        }

        return crossings;
    }

    // Wires from one source fork there, and wires into a commutative gate are sorted: neither kind crosses.
    private static bool Cross(LayeredEdge a, LayeredEdge b)
    {
        int left = a.From.Order.CompareTo(b.From.Order);
        int right = a.To != b.To ? a.To.Order.CompareTo(b.To.Order) : a.To.FixedPorts ? a.Port.CompareTo(b.Port) : 0;
        return left * right < 0;
    }
}

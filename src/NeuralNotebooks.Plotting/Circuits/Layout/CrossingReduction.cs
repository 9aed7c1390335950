using System.Runtime.InteropServices;

namespace NeuralNotebooks.Plotting;

/// <summary>Orders each layer so that few wires cross.</summary>
/// <remarks>
/// Sifting (Matuszewski, Schönfeld and Molitor, "Using Sifting for k-Layer Straightline Crossing Minimization", 1999)
/// from several orders, the first being the reading order of the result's formula, which has no crossing if the circuit
/// is a tree.
/// </remarks>
internal static class CrossingReduction
{
    public static void Run(LayeredGraph graph)
    {
        LayeredNode[][]? best = null;
        int fewest = int.MaxValue;
        // A small graph is sorted fast, so many starting orders are tried. In a large one a few starting orders give
        // nearly the same result as many.
        int starts = Math.Clamp(1500 / graph.Layers.Sum(layer => layer.Count), 6, 100);
        for (int start = 0; start < starts && fewest > 0; start++)
        {
            if (start == 0)
                OrderAsRead(graph);
            else
                Shuffle(graph, new Random(start));
            Sift(graph);
            int crossings = Crossings.Count(graph);
            if (crossings < fewest)
                (fewest, best) = (crossings, [.. graph.Layers.Select(layer => layer.ToArray())]);
        }

        for (int l = 0; l < graph.Layers.Count; l++)
            Adopt(graph.Layers[l], best![l]);
        RankPorts(graph);
    }

    /// <summary>Sorts the wires into commutative gates by the order in which they arrive.</summary>
    private static void RankPorts(LayeredGraph graph)
    {
        foreach (LayeredNode node in graph.Parts.Where(node => !node.FixedPorts))
        {
            int rank = 0;
            foreach (LayeredEdge edge in node.In.OrderBy(edge => edge.From.Order).ThenBy(edge => edge.Port))
                edge.Rank = rank++;
        }
    }

    private static void OrderAsRead(LayeredGraph graph)
    {
        var next = new int[graph.Layers.Count];
        HashSet<LayeredNode> seen = [];
        Stack<LayeredNode> open = new(graph.Layers.SelectMany(layer => layer).Where(node => node.Out.Count == 0));
        while (open.TryPop(out LayeredNode? node))
        {
            if (!seen.Add(node))
                continue;
            node.Order = next[node.Layer]++;
            foreach (LayeredEdge edge in node.In.OrderByDescending(edge => edge.Port))
                open.Push(edge.From);
        }

        foreach (List<LayeredNode> layer in graph.Layers)
            Adopt(layer, [.. layer.OrderBy(node => node.Order)]);
    }

    private static void Shuffle(LayeredGraph graph, Random random)
    {
        foreach (List<LayeredNode> layer in graph.Layers)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(layer));
            Adopt(layer, layer);
        }
    }

    /// <summary>Moves each node to the place in its layer where it causes the fewest crossings, until none moves any
    /// more.</summary>
    private static void Sift(LayeredGraph graph)
    {
        bool improved = true;
        while (improved)
        {
            improved = false;
            foreach (List<LayeredNode> layer in graph.Layers.Where(layer => layer.Count > 1))
            {
                foreach (LayeredNode node in layer.ToArray())
                    improved |= Move(layer, node);
            }
        }
    }

    private static bool Move(List<LayeredNode> layer, LayeredNode node)
    {
        (int best, int fewest) = (node.Order, 0);
        for (int step = -1; step <= 1; step += 2)
        {
            int change = 0;
            for (int place = node.Order + step; place >= 0 && place < layer.Count; place += step)
            {
                LayeredNode passed = layer[place];
                change += step < 0 ? Crossings.Between(node, passed) - Crossings.Between(passed, node)
                    : Crossings.Between(passed, node) - Crossings.Between(node, passed);
                if (change < fewest)
                    (best, fewest) = (place, change);
            }
        }

        if (best == node.Order)
            return false;
        layer.RemoveAt(node.Order);
        layer.Insert(best, node);
        Adopt(layer, layer);
        return true;
    }

    private static void Adopt(List<LayeredNode> layer, IReadOnlyList<LayeredNode> sorted)
    {
        for (int i = 0; i < sorted.Count; i++)
        {
            layer[i] = sorted[i];
            layer[i].Order = i;
        }
    }
}

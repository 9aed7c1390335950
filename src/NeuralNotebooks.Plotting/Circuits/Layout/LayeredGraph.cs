namespace NeuralNotebooks.Plotting;

/// <summary>The properties of a part of a circuit on which the layout depends.</summary>
/// <param name="Inputs">The indices of the parts whose wires come in, in the order of the gate's inputs; each is less
/// than the part's own.</param>
/// <param name="FixedPorts">Whether the inputs keep their order from top to bottom, as those of a difference
/// do.</param>
/// <param name="Near">Whether an input is placed just before its gate even if the other inputs are at the left, as a
/// constant is.</param>
/// <param name="Room">What the part needs above the wire that leaves it, and below, in pixels.</param>
internal sealed record LayoutPart(int[] Inputs, bool FixedPorts = false, bool Near = false, double Room = 20);

/// <summary>A part in its layer, or a point where a long wire passes through a layer.</summary>
internal sealed class LayeredNode(int layer)
{
    public int Layer => layer;

    /// <summary>Whether the node is a point of a long wire, not a part.</summary>
    public bool IsBend { get; init; }

    public bool FixedPorts { get; init; }

    /// <summary>The place in the layer, from the top.</summary>
    public int Order { get; set; }

    /// <summary>The height of the wire that leaves the node.</summary>
    public double Y { get; set; }

    /// <summary>What the node needs above the wire, and below.</summary>
    public double Room { get; init; }

    public List<LayeredEdge> In { get; } = [];

    public List<LayeredEdge> Out { get; } = [];
}

/// <summary>A piece of a wire from one layer to the next.</summary>
/// <param name="From">Where the piece begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Port">Which input of the gate the wire is; 0 where the piece ends in a bend.</param>
internal sealed record LayeredEdge(LayeredNode From, LayeredNode To, int Port)
{
    /// <summary>The place among the wires that arrive, from the top.</summary>
    public int Rank { get; set; }

    /// <summary>How far below the axis of the gate the wire arrives.</summary>
    public double Offset => (Rank - (To.In.Count - 1) / 2.0) * LayeredGraph.PortDistance;

    /// <summary>The height at which the wire arrives: that of its source if the difference is small, so that the wire
    /// is straight; otherwise the arriving wires are evenly spaced.</summary>
    public double Arrival => !To.IsBend && Math.Abs(To.Y + Offset - From.Y) < 3 ? From.Y : To.Y + Offset;
}

/// <summary>Parts in layers from left to right, each wire cut into pieces that lead from a layer to the next.</summary>
internal sealed class LayeredGraph
{
    /// <summary>Distance between two wires into a gate: each has a line of text above it and one below.</summary>
    public const double PortDistance = 38;

    private const double WireRoom = 4;

    public LayeredGraph(IReadOnlyList<LayoutPart> parts, int[] layers)
    {
        Layers = [.. Enumerable.Range(0, layers.Max() + 1).Select(_ => new List<LayeredNode>())];
        foreach ((LayoutPart part, int layer) in parts.Zip(layers))
            Parts.Add(Add(new(layer) { FixedPorts = part.FixedPorts, Room = part.Room }));
        for (int part = 0; part < parts.Count; part++)
        {
            for (int port = 0; port < parts[part].Inputs.Length; port++)
                Wires.Add((part, port), Wire(Parts[parts[part].Inputs[port]], Parts[part], port));
        }
    }

    public List<List<LayeredNode>> Layers { get; }

    /// <summary>The node of each part.</summary>
    public List<LayeredNode> Parts { get; } = [];

    /// <summary>The pieces of the wire into a port of a part, from its source on.</summary>
    public Dictionary<(int Part, int Port), List<LayeredEdge>> Wires { get; } = [];

    private LayeredNode Add(LayeredNode node)
    {
        node.Order = Layers[node.Layer].Count;
        Layers[node.Layer].Add(node);
        return node;
    }

    private List<LayeredEdge> Wire(LayeredNode from, LayeredNode to, int port)
    {
        List<LayeredEdge> pieces = [];
        LayeredNode last = from;
        for (int layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            LayeredNode bend = Add(new(layer) { IsBend = true, Room = WireRoom });
            pieces.Add(Connect(last, bend, 0));
            last = bend;
        }

        pieces.Add(Connect(last, to, port));
        return pieces;
    }

    private static LayeredEdge Connect(LayeredNode from, LayeredNode to, int port)
    {
        LayeredEdge edge = new(from, to, port) { Rank = port };
        from.Out.Add(edge);
        to.In.Add(edge);
        return edge;
    }
}

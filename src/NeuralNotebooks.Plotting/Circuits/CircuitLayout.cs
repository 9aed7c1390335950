namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a circuit in layers from left to right, the order and the height of each in its layer. A wire
/// over several layers has a bend in each layer between.</summary>
/// <remarks>The method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system
/// structures", IEEE Trans. SMC 11(2), 1981).</remarks>
internal sealed class CircuitLayout
{
    /// <summary>Distance between two wires into a gate: each has a line of text above it and one below.</summary>
    public const double PortDistance = 38;

    public const double Gap = 8;

    /// <param name="parts">The parts, each after its inputs.</param>
    /// <param name="room">What a part needs above the wire that leaves it, and below, in pixels.</param>
    public CircuitLayout(List<CircuitPart> parts, Func<CircuitPart, double> room)
    {
        int[] layers = LayersOf(parts);
        Layers = [.. Enumerable.Range(0, layers.Max() + 1).Select(_ => new List<LayoutNode>())];
        Parts = [.. parts.Select(part => Add(new(part, part.Number, layers[part.Number], room(part))))];
        foreach (CircuitWire wire in parts.SelectMany(part => part.Inputs))
            Wires.Add(wire, Wire(Parts[wire.From.Number], Parts[wire.To.Number], wire.Port));
        Order();
        Layers.ForEach(Place);
    }

    public List<List<LayoutNode>> Layers { get; }

    public LayoutNode[] Parts { get; }

    public Dictionary<CircuitWire, List<LayoutEdge>> Wires { get; } = [];

    /// <summary>The layer of each part, as far to the right as its gates allow: the longest path to the result has as
    /// many layers.</summary>
    private static int[] LayersOf(List<CircuitPart> parts)
    {
        int[] distances = new int[parts.Count];
        foreach (CircuitPart part in Enumerable.Reverse(parts))
            distances[part.Number] = part.Uses.Select(wire => distances[wire.To.Number] + Length(wire))
                .DefaultIfEmpty().Max();
        return Array.ConvertAll(distances, distance => distances.Max() - distance);
    }

    /// <summary>The layers from a part to a gate: the wires of a part that many gates use have a layer to spread,
    /// before the constants of these gates.</summary>
    private static int Length(CircuitWire wire) => wire.From.Uses.Count > 2
        && wire.To.Inputs.Any(other => other.From.Kind == CircuitPartKind.Constant) ? 2 : 1;

    private LayoutNode Add(LayoutNode node)
    {
        Layers[node.Layer].Add(node);
        return node;
    }

    private List<LayoutEdge> Wire(LayoutNode from, LayoutNode to, int port)
    {
        List<LayoutEdge> pieces = [];
        for (int layer = from.Layer + 1; layer <= to.Layer; layer++)
        {
            LayoutNode next = layer == to.Layer ? to : Add(new(null, from.Source, layer, room: 4));
            int end = next == to ? port : 0;
            LayoutEdge edge = new(from, next, end) { Rank = end };
            from.Out.Add(edge);
            next.In.Add(edge);
            pieces.Add(edge);
            from = next;
        }
        return pieces;
    }

    /// <summary>How many wires cross: not those from one source, nor those into one commutative gate.</summary>
    public int Crossings => Layers.Sum(layer =>
    {
        LayoutEdge[] edges = [.. layer.SelectMany(node => node.In)];
        return edges.Select((a, i) => edges.Skip(i + 1).Count(b =>
            a.From.Order.CompareTo(b.From.Order) * (a.To != b.To ? a.To.Order.CompareTo(b.To.Order)
                : a.To.HasFixedPorts ? a.Port.CompareTo(b.Port) : 0) < 0)).Sum();
    });

    /// <summary>Sorts each layer, from right to left, by the mean of the places where its wires lead (the barycentre
    /// method). The wires of a tree then do not cross. Inputs of a gate have the same place: they are in the order of
    /// the formula, or in the opposite one if fewer wires then cross.</summary>
    private void Order()
    {
        Sort(sign: 1);
        int crossings = Crossings;
        Sort(sign: -1);
        if (Crossings >= crossings)
            Sort(sign: 1);
        // The wires into a commutative gate arrive in the order in which they come.
        foreach (LayoutNode node in Layers.SelectMany(layer => layer).Where(node => !node.HasFixedPorts))
            foreach ((int rank, LayoutEdge edge) in
                node.In.OrderBy(edge => edge.From.Order).ThenBy(edge => edge.Port).Index())
                edge.Rank = rank;

        void Sort(int sign)
        {
            foreach (List<LayoutNode> layer in Enumerable.Reverse(Layers))
            {
                LayoutNode[] sorted = [.. layer
                    .OrderBy(node => node.Out.Select(edge => edge.End).DefaultIfEmpty().Average())
                    .ThenBy(node => node.Part is null ? sign : 0).ThenBy(node => sign * node.Source)];
                foreach ((int place, LayoutNode node) in sorted.Index())
                    (layer[place] = node).Order = place;
            }
        }
    }

    /// <summary>Sets the heights in a layer: each node is where its wires come straight, or as near as its neighbours
    /// allow.</summary>
    private static void Place(List<LayoutNode> layer)
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

    private static double Distance(LayoutNode upper, LayoutNode lower) => upper.Room + Gap + lower.Room;
}

internal sealed class LayoutNode(CircuitPart? part, int source, int layer, double room)
{
    public CircuitPart? Part => part;

    /// <summary>The number of the part at which the wire through the node begins.</summary>
    public int Source => source;

    public int Layer => layer;

    public double Room => room;

    public int Order { get; set; }

    public double Y { get; set; }

    public List<LayoutEdge> In { get; } = [];

    public List<LayoutEdge> Out { get; } = [];

    /// <summary>Whether the inputs keep their order from top to bottom, as those of a difference do.</summary>
    public bool HasFixedPorts => Part?.Gate is { IsCommutative: false };
}

internal sealed record LayoutEdge(LayoutNode From, LayoutNode To, int Port)
{
    /// <summary>The place among the wires that arrive, from the top.</summary>
    public int Rank { get; set; }

    /// <summary>Where the piece ends, in places of the layer.</summary>
    public double End => To.Order + (To.HasFixedPorts ? Port / (double)To.In.Count : 0);

    /// <summary>How far below the axis of the gate the wire arrives.</summary>
    public double Offset => (Rank - (To.In.Count - 1) / 2.0) * CircuitLayout.PortDistance;

    /// <summary>The height at which the wire arrives: that of its source if the difference is small, so that the wire
    /// is straight; otherwise the arriving wires are evenly spaced.</summary>
    public double Arrival => To.Part is not null && Math.Abs(To.Y + Offset - From.Y) < 3 ? From.Y : To.Y + Offset;
}

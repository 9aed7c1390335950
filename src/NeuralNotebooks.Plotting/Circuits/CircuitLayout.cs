namespace NeuralNotebooks.Plotting;

/// <summary>The parts of a circuit in layers from left to right, the order and the height of each in its layer. A wire
/// over several layers has a bend in each layer between.</summary>
/// <remarks>The method of Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system
/// structures", IEEE Trans. SMC 11(2), 1981).</remarks>
internal sealed class CircuitLayout
{
    /// <summary>Distance between two wires into a gate: each has a line of text above it and one below.</summary>
    public const double PortDistance = 38;

    /// <summary>The gap between two neighbours in a layer.</summary>
    public const double Gap = 8;

    // In a larger circuit, wires from inputs at the left edge would be long.
    private const int FewParts = 16;

    private const int Starts = 24, SweepsOfStart = 4;

    private CircuitLayout(List<CircuitPart> parts, int[] layers, Func<CircuitPart, double> room)
    {
        Layers = [.. Enumerable.Range(0, layers.Max() + 1).Select(_ => new List<LayoutNode>())];
        Parts = [.. parts.Select(part => Add(new(part, part.Number, layers[part.Number], room(part))))];
        foreach (CircuitWire wire in parts.SelectMany(part => part.Inputs))
            Wires.Add(wire, Wire(Parts[wire.From.Number], Parts[wire.To.Number], wire.Port));
        Order();
        Layers.ForEach(Place);
    }

    public List<List<LayoutNode>> Layers { get; }

    /// <summary>The node of each part.</summary>
    public LayoutNode[] Parts { get; }

    /// <summary>The pieces of each wire, from its source on.</summary>
    public Dictionary<CircuitWire, List<LayoutEdge>> Wires { get; } = [];

    /// <summary>How many wires cross.</summary>
    public int Crossings => Layers.Sum(CrossingsBefore);

    /// <summary>The layout with fewer crossings: with the inputs at the left edge, as in a formula's list of variables,
    /// or with all parts as far to the right as their gates allow.</summary>
    /// <param name="parts">The parts, each after its inputs.</param>
    /// <param name="room">What a part needs above the wire that leaves it, and below, in pixels.</param>
    public static CircuitLayout Of(List<CircuitPart> parts, Func<CircuitPart, double> room)
    {
        CircuitLayout late = new(parts, LayersOf(parts, isLate: true), room);
        if (parts.Count > FewParts)
            return late;
        CircuitLayout atTheLeft = new(parts, LayersOf(parts, isLate: false), room);
        return atTheLeft.Crossings <= late.Crossings ? atTheLeft : late;
    }

    /// <summary>The layer of each part: for a gate the length of the longest path from an input or, if they are to be
    /// late, to the result. Constants are just before their gate.</summary>
    private static int[] LayersOf(List<CircuitPart> parts, bool isLate)
    {
        int[] layers = new int[parts.Count];
        foreach (CircuitPart part in parts)
            layers[part.Number] = part.Inputs.Select(wire => layers[wire.From.Number] + Length(wire))
                .DefaultIfEmpty().Max();
        foreach (CircuitPart part in Enumerable.Reverse(parts).Skip(1))
            if (isLate || part.Kind == CircuitPartKind.Constant)
                layers[part.Number] = part.Uses.Min(wire => layers[wire.To.Number] - Length(wire));
        return layers;
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

    /// <summary>Sorts each layer by where its wires lead and, in the next sweep, by where they come from (the
    /// barycentre method). Of several sweeps, from several orders at the start, the best stays.</summary>
    private void Order()
    {
        // The parts are in depth-first order, in which the wires of a tree do not cross.
        foreach (List<LayoutNode> layer in Layers)
            Sort(layer, node => node.Source);
        LayoutNode[] nodes = [.. Layers.SelectMany(layer => layer)];
        (int Crossings, int[] Orders) best = (Crossings, Orders());
        Random random = new(1);
        for (int sweep = 0; sweep < Starts * SweepsOfStart && best.Crossings > 0; sweep++)
        {
            if (sweep > 0 && sweep % SweepsOfStart == 0)
                Layers.ForEach(layer => Sort(layer, _ => random.Next()));
            foreach (List<LayoutNode> layer in sweep % 2 == 0 ? Enumerable.Reverse(Layers) : Layers)
                Sort(layer, node => sweep % 2 == 0
                    ? node.Out.Select(edge => edge.End).DefaultIfEmpty(node.Order).Average()
                    : node.In.Select(edge => (double)edge.From.Order).DefaultIfEmpty(node.Order).Average());
            int crossings = Crossings;
            if (crossings < best.Crossings)
                best = (crossings, Orders());
        }
        foreach ((LayoutNode node, int order) in nodes.Zip(best.Orders))
            node.Order = order;
        Layers.ForEach(layer => Sort(layer, node => node.Order));
        // The wires into a commutative gate arrive in the order in which they come.
        foreach (LayoutNode node in nodes.Where(node => !node.HasFixedPorts))
            foreach ((int rank, LayoutEdge edge) in
                node.In.OrderBy(edge => edge.From.Order).ThenBy(edge => edge.Port).Index())
                edge.Rank = rank;

        int[] Orders() => [.. nodes.Select(node => node.Order)];
    }

    private static void Sort(List<LayoutNode> layer, Func<LayoutNode, double> key)
    {
        foreach ((int place, LayoutNode node) in layer.OrderBy(key).ToArray().Index())
            (layer[place] = node).Order = place;
    }

    private static int CrossingsBefore(List<LayoutNode> layer)
    {
        LayoutEdge[] edges = [.. layer.SelectMany(node => node.In)];
        // Wires from one source fork there, and wires into a commutative gate are sorted: neither kind crosses.
        return edges.Select((a, i) => edges.Skip(i + 1).Count(b =>
            a.From.Order.CompareTo(b.From.Order) * (a.To != b.To ? a.To.Order.CompareTo(b.To.Order)
                : a.To.HasFixedPorts ? a.Port.CompareTo(b.Port) : 0) < 0)).Sum();
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

/// <summary>A part in its layer, or a bend of a wire, which has no part.</summary>
internal sealed class LayoutNode(CircuitPart? part, int source, int layer, double room)
{
    public CircuitPart? Part => part;

    /// <summary>The number of the part at which the wire through the node begins.</summary>
    public int Source => source;

    public int Layer => layer;

    /// <summary>What the node needs above its wire, and below.</summary>
    public double Room => room;

    /// <summary>The place in the layer, from the top.</summary>
    public int Order { get; set; }

    /// <summary>The height of the wire that leaves the node.</summary>
    public double Y { get; set; }

    public List<LayoutEdge> In { get; } = [];

    public List<LayoutEdge> Out { get; } = [];

    /// <summary>Whether the inputs keep their order from top to bottom, as those of a difference do.</summary>
    public bool HasFixedPorts => Part?.Gate?.Symbol is not (null or "+" or "×" or "max" or "min");
}

/// <summary>A piece of a wire from one layer to the next.</summary>
/// <param name="From">Where the piece begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Port">Which input of the gate the wire is; 0 where the piece ends in a bend.</param>
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

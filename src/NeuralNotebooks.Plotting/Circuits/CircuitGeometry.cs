namespace NeuralNotebooks.Plotting;

internal sealed class CircuitGeometry
{
    public const double NumberSize = 14, SmallSize = 13, NameSize = 18, Radius = 18;

    private const double Margin = 3, Padding = 3, Converging = 12, MinGap = 8, MaxGap = 36;

    private readonly Column[] _columns;
    private readonly bool _isMovable;

    public CircuitGeometry(CircuitGraph circuit, bool isMovable)
    {
        _isMovable = isMovable;
        List<CircuitPart> parts = circuit.Parts;
        Layout = new(parts, Room);
        _columns = new Column[Layout.Layers.Count];
        double x = Margin;
        for (int layer = 0; layer < _columns.Length; layer++)
        {
            CircuitPart[] members = [.. parts.Where(part => Layout.Parts[part.Number].Layer == layer)];
            double Largest(Func<CircuitPart, double> width) => members.Select(width).DefaultIfEmpty().Max();
            double ports = Largest(PortWidth), symbol = Largest(SymbolWidth), stub = Largest(StubWidth);
            _columns[layer] = new(x, x + ports + symbol, x + ports + symbol + stub);
            x = _columns[layer].Right + GapAfter(layer);
        }

        LayoutNode[] nodes = [.. Layout.Layers.SelectMany(layer => layer)];
        double top = nodes.Min(node => node.Y - node.Room) - Margin;
        foreach (LayoutNode node in nodes)
            node.Y -= top;
        Height = nodes.Max(node => node.Y + node.Room) + Margin;
        double name = circuit.Result is { Gate: not null, Name: { } given }
            ? SvgText.Width(given, NameSize) + 8 : 0;
        Width = _columns[^1].Right + name + Margin;
    }

    public double Width { get; }

    public double Height { get; }

    public CircuitLayout Layout { get; }

    /// <summary>Where the wire leaves the part, and where the room for its numbers ends.</summary>
    public (double Left, double Right, double Y) Stub(CircuitPart part)
    {
        LayoutNode node = Layout.Parts[part.Number];
        return (_columns[node.Layer].Stub, _columns[node.Layer].Right, node.Y);
    }

    /// <summary>The box of a gate; a circle if it is as wide as it is high.</summary>
    public (double Left, double Top, double Width, double Height) Symbol(CircuitPart part)
    {
        (double right, _, double y) = Stub(part);
        double width = SymbolWidth(part), height = SymbolHeight(part);
        return (right - width, y - height / 2, width, height);
    }

    /// <summary>Where the text at an input of a gate ends, on the wire that arrives there.</summary>
    public Point Port(CircuitWire wire) =>
        (Symbol(wire.To).Left - (Converges(wire.To) ? Converging : 4), Layout.Wires[wire][^1].Arrival);

    /// <summary>A wire from the end of its source's numbers to its gate, as an SVG path.</summary>
    public string Path(CircuitWire wire)
    {
        List<LayoutEdge> pieces = Layout.Wires[wire];
        List<Point> points = [(_columns[pieces[0].From.Layer].Right, pieces[0].From.Y)];
        foreach (LayoutEdge piece in pieces)
        {
            points.Add((_columns[piece.To.Layer].Left, piece.Arrival));
            if (piece.To.Part is null)
                points.Add((_columns[piece.To.Layer].Right, piece.To.Y));
        }

        LayoutEdge arrival = pieces[^1];
        (double left, _, double width, double height) = Symbol(wire.To);
        points.Add((left - (Converges(wire.To) ? Converging : 0), arrival.Arrival));
        if (Converges(wire.To))
        {
            // Wires reach a circle on its left side, closer together than before.
            double dy = arrival.Offset / 2.6;
            double inset = width == height ? Radius - Math.Sqrt(Radius * Radius - dy * dy) : 0;
            points.Add((left + inset, arrival.To.Y + dy));
        }
        return "M" + string.Join('L', points.Select(point => Invariant($"{point.X:0.#} {point.Y:0.#}")));
    }

    private static bool Converges(CircuitPart gate) => gate.Inputs.Count is 2 or 3;

    private static double Room(CircuitPart part)
    {
        double ports = part.Inputs.Count is not (0 or 1) and var count
            ? (count - 1) / 2.0 * CircuitLayout.PortDistance + 17 : 35 * part.Inputs.Count;
        return Math.Max(SymbolHeight(part) / 2, Math.Max(ports, part.Kind == CircuitPartKind.Constant ? 11 : 20));
    }

    /// <summary>The width of a number, and the label before it. A number that changes has about five
    /// characters.</summary>
    private double NumberWidth(string text, double size, string label = "") => text.Length == 0 ? 0
        : SvgText.Width(_isMovable ? label + "−0.00" : text, size);

    private double PortWidth(CircuitPart gate) => gate.Inputs.Count == 0 ? 0
        : (Converges(gate) ? Converging : 4) + 4 + gate.Inputs.Max(wire => Math.Max(gate.Inputs.Count == 1 ? 0
            : NumberWidth(wire.DerivativeText, SmallSize, wire.DerivativeLabel),
            NumberWidth(wire.ContributionText, NumberSize)));

    private double SymbolWidth(CircuitPart part) => part.Kind switch
    {
        CircuitPartKind.Input => SvgText.Width(part.Name!, NameSize) + 8,
        CircuitPartKind.Constant => SvgText.Width(part.ValueText, SmallSize) + 6,
        _ => Math.Max(2 * Radius, SvgText.Width(part.Symbol, 15) + 18),
    };

    private static double SymbolHeight(CircuitPart part) => part.Gate is null ? 20
        : part.Inputs.Count > 3 ? (part.Inputs.Count - 1) * CircuitLayout.PortDistance + 30 : 2 * Radius;

    private double StubWidth(CircuitPart part)
    {
        double value = NumberWidth(part.ValueText, NumberSize) + Naming(part);
        double gradient = NumberWidth(part.GradientText, NumberSize);
        return part.Kind == CircuitPartKind.Constant ? 28 : Math.Max(Math.Max(value, gradient) + 2 * Padding, 28);
    }

    private static double Naming(CircuitPart part) => part.NameOnWire is { } name
        ? SvgText.Width(name + " = ", NumberSize + 1) : 0;

    /// <summary>Steep wires get more room, so that they stay apart.</summary>
    private double GapAfter(int layer)
    {
        if (layer == Layout.Layers.Count - 1)
            return 0;
        double steepest = Layout.Layers[layer + 1].SelectMany(node => node.In)
            .Select(edge => Math.Abs(edge.To.Y + edge.Offset - edge.From.Y)).DefaultIfEmpty().Max();
        return Math.Clamp(MinGap + 0.12 * steepest, MinGap, MaxGap);
    }

    private readonly record struct Column(double Left, double Stub, double Right);
}

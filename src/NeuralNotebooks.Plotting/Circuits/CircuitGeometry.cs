namespace NeuralNotebooks.Plotting;

/// <summary>The position of everything in a circuit, in pixels. One geometry serves all frames: every number has room
/// for its longest text.</summary>
internal sealed class CircuitGeometry
{
    public const double NumberSize = 14, SmallSize = 12, NameSize = 18, Radius = 18;

    private const double Margin = 10, Padding = 9, Converging = 26, MinGap = 30, MaxGap = 130;

    private readonly IReadOnlyList<CircuitGraph> _frames;
    private readonly Column[] _columns;

    public CircuitGeometry(IReadOnlyList<CircuitGraph> frames)
    {
        _frames = frames;
        List<CircuitPart> parts = frames[0].Parts;
        Dictionary<CircuitPart, int> numbers = parts.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        Layout = LayeredLayout.Of([.. parts.Select(part => Room(part, numbers))]);
        _columns = new Column[Layout.Layers.Count];
        double x = Margin;
        for (int layer = 0; layer < _columns.Length; layer++)
        {
            int[] members = [.. Layout.Layers[layer].Where(node => !node.IsBend).Select(node => node.Part!.Value)];
            double ports = members.Max(PortWidth), symbol = members.Max(SymbolWidth), stub = members.Max(StubWidth);
            _columns[layer] = new(x, x + ports + symbol, x + ports + symbol + stub);
            x = _columns[layer].Right + GapAfter(layer);
        }

        LayeredNode[] nodes = [.. Layout.Layers.SelectMany(layer => layer)];
        double top = nodes.Min(node => node.Y - node.Room) - Margin;
        foreach (LayeredNode node in nodes)
            node.Y -= top;
        Height = nodes.Max(node => node.Y + node.Room) + Margin;
        double name = parts[^1].Gate is not null && parts[^1].Name is { } given
            ? SvgText.Width(given, NameSize) + 8 : 0;
        Width = _columns[^1].Right + name + Margin;
    }

    public double Width { get; }

    public double Height { get; }

    public LayeredGraph Layout { get; }

    /// <summary>Where the wire leaves the part, and where the room for its numbers ends.</summary>
    public (double Left, double Right, double Y) Stub(int part)
    {
        LayeredNode node = Layout.Parts[part];
        return (_columns[node.Layer].Stub, _columns[node.Layer].Right, node.Y);
    }

    /// <summary>The box of a gate or of a folded part; a circle if it is as wide as it is high.</summary>
    public (double Left, double Top, double Width, double Height) Symbol(int part)
    {
        (double right, _, double y) = Stub(part);
        double width = SymbolWidth(part), height = SymbolHeight(_frames[0].Parts[part]);
        return (right - width, y - height / 2, width, height);
    }

    /// <summary>Where the text at an input of a gate ends, on the wire that arrives there.</summary>
    public Point Port(CircuitWire wire, int part)
    {
        LayeredEdge arrival = Layout.Wires[(part, wire.Port)][^1];
        return (Symbol(part).Left - (Converges(wire.To) ? Converging : 4), arrival.Arrival);
    }

    /// <summary>A wire from the end of its source's numbers to its gate, as an SVG path.</summary>
    public string Path(CircuitWire wire, int part)
    {
        List<LayeredEdge> pieces = Layout.Wires[(part, wire.Port)];
        SvgPath path = new(_columns[pieces[0].From.Layer].Right, pieces[0].From.Y);
        foreach (LayeredEdge piece in pieces)
        {
            path.CurveTo(_columns[piece.To.Layer].Left, piece.Arrival);
            if (piece.To.IsBend)
                path.LineTo(_columns[piece.To.Layer].Right, piece.To.Y);
        }

        LayeredEdge arrival = pieces[^1];
        (double left, _, double width, double height) = Symbol(part);
        if (Converges(wire.To))
        {
            path.LineTo(left - Converging, arrival.Arrival);
            // Wires reach a circle on its left side, closer together than before.
            double dy = arrival.Offset / 2.6;
            double inset = width == height ? Radius - Math.Sqrt(Radius * Radius - dy * dy) : 0;
            path.CurveTo(left + inset, arrival.To.Y + dy);
        }
        else
        {
            path.LineTo(left, arrival.Arrival);
        }

        return path.ToString();
    }

    private static bool Converges(CircuitPart gate) => gate.Inputs.Count is 2 or 3;

    private static LayoutPart Room(CircuitPart part, Dictionary<CircuitPart, int> numbers)
    {
        double ports = part.Inputs.Count == 0 ? 0 : (part.Inputs.Count - 1) / 2.0 * LayeredGraph.PortDistance + 17;
        double half =
            Math.Max(SymbolHeight(part) / 2, Math.Max(ports, part.Kind == CircuitPartKind.Constant ? 11 : 20));
        bool fixedPorts = part.Gate is { } gate && gate != Gate.Sum && gate != Gate.Product && gate != Gate.Max
            && gate != Gate.Min;
        return new(
            [.. part.Inputs.Select(wire => numbers[wire.From])], fixedPorts, part.Kind == CircuitPartKind.Constant,
            half);
    }

    private double Widest(int part, Func<CircuitPart, string> text, double size) =>
        _frames.Max(frame => SvgText.Width(text(frame.Parts[part]), size));

    private double PortWidth(int part)
    {
        CircuitPart gate = _frames[0].Parts[part];
        double width = gate.Inputs.Select(wire => Math.Max(
            Widest(part, shown => LocalDerivative.Text(shown.Inputs[wire.Port]), SmallSize),
            Widest(part, shown => CircuitNumbers.Contribution(shown.Inputs[wire.Port]), NumberSize)))
            .DefaultIfEmpty().Max();
        return gate.Inputs.Count == 0 ? 0 : width + (Converges(gate) ? Converging : 4) + 4;
    }

    private double SymbolWidth(int part)
    {
        CircuitPart shown = _frames[0].Parts[part];
        return shown.Kind switch
        {
            CircuitPartKind.Input => SvgText.Width(shown.Name!, NameSize) + 8,
            CircuitPartKind.Constant => Widest(part, CircuitNumbers.Value, SmallSize) + 6,
            CircuitPartKind.Gate => Math.Max(2 * Radius, SvgText.Width(shown.Symbol, 15) + 18),
            _ => SvgText.Width(shown.Symbol, SmallSize) + 20,
        };
    }

    private static double SymbolHeight(CircuitPart part) => part.Kind switch
    {
        CircuitPartKind.Gate when part.Inputs.Count > 3 => (part.Inputs.Count - 1) * LayeredGraph.PortDistance + 30,
        CircuitPartKind.Gate => 2 * Radius,
        CircuitPartKind.Folded or CircuitPartKind.Bundle => 30,
        _ => 20,
    };

    private double StubWidth(int part)
    {
        CircuitPart shown = _frames[0].Parts[part];
        bool constant = shown.Kind == CircuitPartKind.Constant;
        double value = constant ? 0
            : Widest(part, CircuitNumbers.Value, NumberSize) + Naming(shown);
        double gradient = Widest(part, CircuitNumbers.Gradient, constant ? SmallSize : NumberSize);
        return Math.Max(Math.Max(value, gradient) + 2 * Padding, 28);
    }

    /// <summary>The room for "s = " before a value.</summary>
    private double Naming(CircuitPart part) =>
        part.Kind != CircuitPartKind.Input && part.Name is { } name && part != _frames[0].Parts[^1]
            ? SvgText.Width(name + " = ", NumberSize + 1) : 0;

    /// <summary>Steep wires get more room, so that they stay apart.</summary>
    private double GapAfter(int layer)
    {
        if (layer == Layout.Layers.Count - 1)
            return 0;
        double steepest = Layout.Layers[layer + 1].SelectMany(node => node.In)
            .Select(edge => Math.Abs(edge.To.Y + edge.Offset - edge.From.Y)).DefaultIfEmpty().Max();
        return Math.Clamp(MinGap + 0.3 * steepest, MinGap, MaxGap);
    }

    private readonly record struct Column(double Left, double Stub, double Right);
}

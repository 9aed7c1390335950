namespace NeuralNotebooks.Plotting;

/// <summary>A circuit as SVG: wires with the value above and the gradient below, gates with their symbol, local
/// derivatives at their inputs.</summary>
internal sealed class CircuitDrawing(CircuitGraph circuit, CircuitSteps? steps = null)
{
    // A small circuit fills its page, up to this size. All of a movable one fits a phone: a table repeats its numbers.
    private const double MaxScale = 1.5, SmallestText = 10, SmallestMovable = 7.7;

    // The kinds of texts: letters of their class and, where circuit.js writes them, of their name.
    private const char OfValue = 'v', OfGradient = 'g', OfDerivative = 'l', OfName = 'n', OfSymbol = 's';

    // The width of a small gradient's band, which is visible on both sides of its wire, and of the largest one's.
    public const double SmallestBand = 3.5;
    private const double LargestBand = 10;
    private const string Bends = "stroke-linejoin=\"round\" stroke-linecap=\"round\"";

    private CircuitGeometry Geometry => field ??= new(circuit, IsMovable);

    /// <summary>The width of the band below a wire, not a constant's, for a gradient of 1.</summary>
    public double BandWidth { get; } = circuit.Parts.Where(part => part.Kind != CircuitPartKind.Constant)
        .SelectMany(part => part.Uses.Select(wire => wire.Contribution).Append(part.Gradient))
        .Select(gradient => Math.Abs(gradient ?? 0)).Where(double.IsFinite)
        .DefaultIfEmpty().Max() is > 0 and var largest
            ? LargestBand / largest
            : 0;

    /// <summary>Whether the reader can drag the inputs: they have handles, and the page's script updates every
    /// number.</summary>
    public bool IsMovable { get; init; }

    public string ToSvg()
    {
        (double width, double height) = (Geometry.Width, Geometry.Height);
        string bands = ForEach(Bands) is { Length: > 0 } drawn
            ? $"<g fill=\"none\" stroke=\"{Palette.Drawn(Palette.Purple)}\" opacity=\"0.28\" {Bends}>{drawn}</g>" : "";
        double least = Math.Min(width * (IsMovable ? SmallestMovable : SmallestText) / CircuitGeometry.SmallSize, 900);
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="nn-drawing" viewBox="0 0 {width:0} {height:0}"
            width="{width:0}" height="{height:0}" font-size="14" fill="currentColor"
            style="display:block;width:100%;min-width:{least:0}px;max-width:{MaxScale * width:0}px;height:auto">
            <title>{SvgText.Encode(circuit.Title)}</title>
            <desc>{SvgText.Encode(circuit.InWords())}</desc>
            {DrawingStyle.Element}
            {bands}
            <g fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="1.6" stroke-linejoin="round">
            {ForEach(Wires)}</g>{ForEach(Fork)}{ForEach(Part)}{(IsMovable ? ForEach(Handle) : "")}</svg>
            """);
    }

    private string ForEach(Func<CircuitPart, string> draw) => string.Concat(circuit.Parts.Select(draw));

    private string Wires(CircuitPart part)
    {
        (double left, double right, double y) = Geometry.Stub(part);
        return Invariant($"<path d=\"M{left:0.#} {y:0.#}H{right:0.#}\"/>")
            + string.Concat(part.Inputs.Select(wire => $"<path d=\"{Geometry.Path(wire)}\"/>"));
    }

    /// <summary>A band below each wire but a constant's, as wide as the gradient that flows back is large.</summary>
    private string Bands(CircuitPart part)
    {
        if (part.Gradient is not { } gradient || part.Kind == CircuitPartKind.Constant)
            return "";
        (double left, double right, double y) = Geometry.Stub(part);
        return Band(Invariant($"M{left:0.#} {y:0.#}H{right:0.#}"), gradient, $"b@{part.Number}",
                steps?.GradientAt(part) ?? 0)
            + string.Concat(part.Inputs.Where(wire => wire.From.Kind != CircuitPartKind.Constant).Select(wire => Band(
                Geometry.Path(wire), wire.Contribution ?? 0, $"b{wire.Port}@{part.Number}",
                steps?.PassesBackAt(part) ?? 0)));
    }

    private string Band(string path, double gradient, string name, int step)
    {
        double width = gradient == 0 || !double.IsFinite(gradient) ? 0
            : Math.Max(SmallestBand, BandWidth * Math.Abs(gradient));
        string look = IsMovable ? $"data-nn-part=\"{name}\"" : Invariant($"stroke-width=\"{width:0.##}\"");
        return $"<path d=\"{path}\" {look}{DrawingSteps.Appearing(step)}/>";
    }

    private string Fork(CircuitPart part)
    {
        (_, double x, double y) = Geometry.Stub(part);
        return part.Uses.Count < 2 ? ""
            : Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" opacity=\"0.6\"/>");
    }

    private string Part(CircuitPart part)
    {
        (double left, double right, double y) = Geometry.Stub(part);
        double middle = (left + right) / 2;
        bool isConstant = part.Kind == CircuitPartKind.Constant;
        string drawn = part.Kind switch
        {
            CircuitPartKind.Input => Text(new(OfName, (left - 6, y + 6), "end", CircuitGeometry.NameSize), part.Name!),
            CircuitPartKind.Constant => Number(
                new(OfValue, (left - 4, y + 4), "end", CircuitGeometry.SmallSize), part, part.ValueText),
            _ => Symbol(part),
        };
        if (!isConstant)
            drawn += Number(new(OfValue, (middle, y - 6), "middle", CircuitGeometry.NumberSize), part, part.ValueText,
                steps?.ValueAt(part) ?? 0, name: part.NameOnWire ?? "");
        if (part == circuit.Result && part is { Gate: not null, Name: { } result })
            drawn += Text(new(OfName, (right + 7, y + 6), "start", CircuitGeometry.NameSize), result);
        if (part.Gradient is not null && !isConstant)
            drawn += Number(new(OfGradient, (middle, y + 17), "middle", CircuitGeometry.NumberSize),
                part, part.GradientText, steps?.GradientAt(part) ?? 0);
        return drawn + string.Concat(part.Inputs.Select(Port));
    }

    /// <summary>A tinted field over the number of an input, with arrows on both sides, in an invisible area as large as
    /// a finger.</summary>
    private string Handle(CircuitPart part)
    {
        const int Top = -21, Height = 27, Arrow = 5, Above = -27, Finger = 50, Beside = 24;
        (double left, double right, double y) = Geometry.Stub(part);
        return part.Kind != CircuitPartKind.Input ? "" : Invariant($"""
            <g data-nn-part="handle{part.Number}" fill="{Palette.Drawn(Palette.Blue)}"><rect
            x="{left - Beside:0.#}" y="{y + Above:0.#}" width="{right - left + Beside:0.#}"
            height="{Finger}" fill-opacity="0"/>
            <rect x="{left:0.#}" y="{y + Top:0.#}" width="{right - left:0.#}" height="{Height}"
            rx="6" fill-opacity="0.14"/><path d="M{left + 2:0.#} {y - 10:0.#}l{Arrow} -4v8Z
            M{right - 2:0.#} {y - 10:0.#}l-{Arrow} -4v8Z"/></g>
            """);
    }

    private string Symbol(CircuitPart part)
    {
        (double left, double top, double width, double height) = Geometry.Symbol(part);
        (int, int)? at = steps is null ? null : (steps.ValueAt(part), steps.PassesBackAt(part));
        double size = part.Symbol.Length == 1 ? 19 : 15;
        return Invariant($"""
            <g{DrawingSteps.Firing(at)}>
            <rect class="nn-k" x="{left:0.#}" y="{top:0.#}" width="{width:0.#}" height="{height:0.#}"
            rx="{CircuitGeometry.Radius}" fill="currentColor" fill-opacity="0.05" stroke="currentColor"
            stroke-width="1.6"/></g>
            """)
            + Text(new(OfSymbol, (left + width / 2, top + height / 2 + 0.36 * size), "middle", size), part.Symbol);
    }

    private string Port(CircuitWire wire)
    {
        (double x, double y) = Geometry.Port(wire);
        // The derivative of a gate with one input is above the gate: the wire is so much shorter.
        (double left, double top, double wide, _) = Geometry.Symbol(wire.To);
        (Point at, string anchor) = wire.To.Inputs.Count == 1
            ? (new Point(left + wide / 2, top - 5), "middle") : (new(x, y - 5), "end");
        string derivative = Number(new(OfDerivative, at, anchor, CircuitGeometry.SmallSize), wire.To,
            wire.DerivativeText, steps?.ValueAt(wire.To) ?? 0, wire.Port);
        return wire.ContributionText.Length == 0 ? derivative : derivative + Number(
            new(OfGradient, (x, y + 15), "end", CircuitGeometry.SmallSize), wire.To,
            wire.ContributionText, steps?.PassesBackAt(wire.To) ?? 0, wire.Port);
    }

    private static string Text(TextPlace place, string text) => $"<text {place}>{SvgText.Encode(text)}</text>";

    /// <summary>A number at a value or at an input of its gate. If it can be moved, the script writes it, and it has a
    /// name for the script.</summary>
    private string Number(
        TextPlace place, CircuitPart part, string text, int step = 0, int? port = null, string name = "")
    {
        string fill = place.Kind switch
        {
            OfValue => "fill=\"currentColor\"",
            OfGradient => $"fill=\"{Palette.Purple}\"",
            _ => "fill-opacity=\"0.72\"",
        };
        string mark = IsMovable ? Invariant($" data-nn-part=\"{place.Kind}{port}@{part.Number}\"") : "";
        string shown = IsMovable ? "" : SvgText.Encode(text);
        if (name.Length > 0)
            (mark, shown) = ("", Invariant($"""
                <tspan class="nn-n" fill="currentColor"
                font-size="{place.Size + 1:0.#}">{SvgText.Encode(name)}</tspan><tspan
                fill="currentColor" fill-opacity="0.72"> = </tspan><tspan{mark}>{shown}</tspan>
                """));
        return $"<text {place} {fill}{DrawingSteps.Appearing(step)}{mark}>{shown}</text>";
    }

    private readonly record struct TextPlace(char Kind, Point At, string Anchor, double Size)
    {
        public override string ToString() => Invariant(
            $"class=\"nn-{Kind}\" x=\"{At.X:0.#}\" y=\"{At.Y:0.#}\" text-anchor=\"{Anchor}\" font-size=\"{Size:0.#}\"");
    }
}

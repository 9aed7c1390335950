using System.Text.Json;

namespace NeuralNotebooks.Plotting;

/// <summary>A circuit as SVG: wires with the value above and the gradient below, gates with their symbol, local
/// derivatives at their inputs.</summary>
/// <param name="frames">The same circuit with different numbers; the drawing shows one of them.</param>
/// <param name="steps">The order in which everything appears; null if everything is visible from the start.</param>
internal sealed class CircuitDrawing(IReadOnlyList<CircuitGraph> frames, CircuitSteps? steps = null)
{
    // A small circuit fills its page, up to this size. A large one scrolls on a phone, where its numbers would be too
    // small otherwise.
    private const double MaxScale = 1.5, MinScale = 0.7, MaxMinWidth = 640;

    private CircuitGeometry Geometry => field ??= new(frames, IsMovable);

    /// <summary>Whether the reader can drag the inputs: they have handles, and the page's script updates every
    /// number.</summary>
    public bool IsMovable { get; init; }

    /// <summary>The index of the frame that is drawn.</summary>
    public int Start { get; init; }

    private CircuitGraph Shown => frames[Start];

    public string ToSvg()
    {
        (double width, double height) = (Geometry.Width, Geometry.Height);
        double least = IsMovable ? 0 : Math.Min(MinScale * width, MaxMinWidth);
        return JoinLines($"""
            <svg xmlns="http://www.w3.org/2000/svg" class="nn-drawing" viewBox="0 0 {width:0} {height:0}"
             width="{width:0}" height="{height:0}"
             font-family="system-ui,'DejaVu Sans',sans-serif" font-size="14" fill="currentColor"
             style="display:block;width:100%;min-width:{least:0}px;max-width:{MaxScale * width:0}px;height:auto">
            <title>{SvgText.Encode(CircuitInWords.Title(Shown))}</title>
            <desc>{SvgText.Encode(CircuitInWords.Of(Shown))}</desc>
            {DrawingStyle.Element}
            <g fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="1.6" stroke-linejoin="round">
            {ForEach(Wires)}</g>{ForEach(Fork)}{ForEach(Part)}{(IsMovable ? ForEach(Handle) : "")}</svg>
            """);
    }

    private string ForEach(Func<CircuitPart, string> draw) => string.Concat(Shown.Parts.Select(draw));

    private string Wires(CircuitPart part)
    {
        (double left, double right, double y) = Geometry.Stub(part);
        return Invariant($"<path d=\"M{left:0.#} {y:0.#}H{right:0.#}\"/>")
            + string.Concat(part.Inputs.Select(wire => $"<path d=\"{Geometry.Path(wire)}\"/>"));
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
            CircuitPartKind.Input => Text(
                new(LabelKind.Name, (left - 6, y + 6), "end", CircuitGeometry.NameSize), part.Name!),
            CircuitPartKind.Constant => Number(
                new(LabelKind.Value, (left - 4, y + 4), "end", CircuitGeometry.SmallSize), part,
                shown => shown.ValueText),
            _ => Symbol(part),
        };
        if (!isConstant)
            drawn += Number(
                new(LabelKind.Value, (middle, y - 6), "middle", CircuitGeometry.NumberSize), part,
                shown => shown.ValueText, steps?.ValueAt(part) ?? 0, part.NameOnWire ?? "");
        if (part == Shown.Result && part is { Gate: not null, Name: { } result })
            drawn += Text(new(LabelKind.Name, (right + 7, y + 6), "start", CircuitGeometry.NameSize), result);
        if (part.Gradient is not null)
            drawn += Number(
                new(LabelKind.Gradient, (middle, y + (isConstant ? 14 : 17)), "middle",
                    isConstant ? CircuitGeometry.SmallSize : CircuitGeometry.NumberSize),
                part, shown => shown.GradientText, steps?.GradientAt(part) ?? 0);
        return drawn + string.Concat(part.Inputs.Select(Port));
    }

    /// <summary>A tinted field over the number of an input, with arrows on both sides, in an invisible area as large as
    /// a finger.</summary>
    private string Handle(CircuitPart part)
    {
        const int Top = -21, Height = 27, Arrow = 5, Above = -27, Finger = 50, Beside = 24;
        (double left, double right, double y) = Geometry.Stub(part);
        return part.Kind != CircuitPartKind.Input ? "" : JoinLines($"""
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
        bool gate = part.Kind == CircuitPartKind.Gate;
        (int, int)? at = gate && steps is not null ? (steps.ValueAt(part), steps.PassesBackAt(part)) : null;
        double size = !gate ? CircuitGeometry.SmallSize : part.Symbol.Length == 1 ? 19 : 15;
        return JoinLines($"""
            <g{DrawingSteps.Firing(at)}>
            <rect class="nn-k" x="{left:0.#}" y="{top:0.#}" width="{width:0.#}" height="{height:0.#}"
             rx="{(gate ? CircuitGeometry.Radius : 6)}"
             fill="currentColor" fill-opacity="0.05" stroke="currentColor" stroke-width="1.6"
            {(gate ? "" : " stroke-dasharray=\"4 3\" stroke-opacity=\"0.6\"")}/></g>
            """)
            + Text(
                new(LabelKind.Symbol, (left + width / 2, top + height / 2 + 0.36 * size), "middle", size), part.Symbol);
    }

    private string Port(CircuitWire wire)
    {
        (double x, double y) = Geometry.Port(wire);
        string derivative = Number(
            new(LabelKind.LocalDerivative, (x, y - 5), "end", CircuitGeometry.SmallSize, wire.Port), wire.To,
            shown => shown.Inputs[wire.Port].DerivativeText, steps?.ValueAt(wire.To) ?? 0);
        return wire.ContributionText.Length == 0 ? derivative : derivative + Number(
            new(LabelKind.Gradient, (x, y + 15), "end", CircuitGeometry.SmallSize + 1, wire.Port), wire.To,
            shown => shown.Inputs[wire.Port].ContributionText, steps?.PassesBackAt(wire.To) ?? 0);
    }

    private enum LabelKind
    {
        Value,
        Gradient,
        LocalDerivative,
        Name,
        Symbol,
    }

    /// <summary>The style and the place of a text.</summary>
    /// <param name="Kind">The kind of text, which selects its style.</param>
    /// <param name="At">The anchor point.</param>
    /// <param name="Anchor">The part of the text at the anchor point: its start, middle or end.</param>
    /// <param name="Size">The size of the font.</param>
    /// <param name="Port">The input of the gate beside which the text is; null for a text beside the value.</param>
    private readonly record struct Label(
        LabelKind Kind, Point At, string Anchor, double Size, int? Port = null)
    {
        public string Attributes => Invariant(
            $"class=\"nn-{Letter}\" x=\"{At.X:0.#}\" y=\"{At.Y:0.#}\" text-anchor=\"{Anchor}\" ")
            + Invariant($"font-size=\"{Size:0.#}\"");

        /// <summary>The name by which the script of a circuit finds the text of a value.</summary>
        public string PartName(int number) => Invariant($"{Letter}{Port}@{number}");

        private char Letter => char.ToLowerInvariant(Kind.ToString()[0]);
    }

    private static string Text(Label label, string text) => $"<text {label.Attributes}>{SvgText.Encode(text)}</text>";

    /// <summary>A number, as it is in the frame that is drawn. If it differs between frames, an attribute lists the
    /// numbers of all frames.</summary>
    private string Number(
        Label label, CircuitPart part, Func<CircuitPart, string> text, int step = 0, string name = "")
    {
        string[] texts = [.. frames.Select(frame => text(frame.Parts[part.Number]))];
        string fill = label.Kind switch
        {
            LabelKind.Value => $"fill=\"{Palette.Blue}\"",
            LabelKind.Gradient => $"fill=\"{Palette.Orange}\"",
            _ => "fill-opacity=\"0.72\"",
        };
        string mark = IsMovable ? $" data-nn-part=\"{label.PartName(part.Number)}\""
            : texts.Any(other => other != texts[0])
                ? $" data-nn-number=\"{SvgText.Encode(JsonSerializer.Serialize(texts))}\"" : "";
        string shown = IsMovable ? "" : SvgText.Encode(texts[Start]);
        if (name.Length > 0)
            (mark, shown) = ("", JoinLines($"""
                <tspan class="nn-n" fill="currentColor" font-size="{label.Size + 1:0.#}">{SvgText.Encode(name)}</tspan>
                <tspan fill="currentColor" fill-opacity="0.72"> = </tspan><tspan{mark}>{shown}</tspan>
                """));
        return JoinLines($"""
            <text {label.Attributes} {fill}{DrawingSteps.Appearing(step)}{mark}>
            {shown}</text>
            """);
    }
}

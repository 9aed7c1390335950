namespace NeuralNotebooks.Plotting;

/// <summary>A circuit as SVG: wires with the value above and the gradient below, gates with their symbol, local
/// derivatives at their inputs.</summary>
internal sealed class CircuitDrawing
{
    // A small circuit fills its page, up to this size.
    private const double MaxScale = 1.5;

    // A drawing in its own file illustrates a page of text.
    private const double StandaloneScale = 1.25;

    private readonly IReadOnlyList<CircuitGraph> _frames;
    private readonly CircuitGeometry _geometry;
    private readonly CircuitSteps? _steps;
    private StepAnimation? _animation;

    /// <param name="frames">The same circuit with different numbers; the drawing shows the last.</param>
    /// <param name="steps">The order in which everything appears; null if everything is visible from the start.</param>
    public CircuitDrawing(IReadOnlyList<CircuitGraph> frames, CircuitSteps? steps = null)
    {
        _frames = frames;
        _geometry = new(frames);
        _steps = steps;
    }

    /// <summary>Whether the inputs have handles, and every number is a part that follows them.</summary>
    public bool IsMovable { get; init; }

    private CircuitGraph Shown => _frames[^1];

    /// <param name="key">Identifies a drawing on the page.</param>
    /// <param name="standalone">Whether the drawing is a file of its own.</param>
    public string ToSvg(string key = "", bool standalone = false)
    {
        _animation = _steps is null ? null : new(_steps.Sentences, key);
        double height = _geometry.Height + (_animation is null ? 0 : StepAnimation.Height);
        double width = Math.Max(_geometry.Width, _animation is null ? 0 : StepAnimation.MinWidth);
        double scale = standalone ? StandaloneScale : 1;
        // As wide as its page, so that nothing is ever cut off: a large drawing shrinks, a small one grows a little.
        string size = standalone ? "role=\"img\""
            : Invariant($"style=\"display:block;width:100%;max-width:{MaxScale * width:0}px;height:auto\"");
        return Invariant(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nn-drawing\" viewBox=\"0 0 {width:0} {height:0}\" "
            + $"width=\"{scale * width:0}\" height=\"{scale * height:0}\" "
            + $"font-family=\"system-ui,'DejaVu Sans',sans-serif\" font-size=\"14\" fill=\"currentColor\" {size}>"
            + $"<title>{SvgText.Encode(CircuitInWords.Title(Shown))}</title>"
            + $"<desc>{SvgText.Encode(CircuitInWords.Of(Shown))}</desc>"
            + $"{DrawingStyle.Element}{(standalone ? DrawingStyle.Standalone : "")}{Wires()}{ForEach(Part)}"
            + $"{(IsMovable ? ForEach(Handle) : "")}"
            + $"{_animation?.Controls(_geometry.Width, _geometry.Height, width)}</svg>"
        );
    }

    private string ForEach(Func<int, CircuitPart, string> draw) =>
        string.Concat(Shown.Parts.Select((part, number) => draw(number, part)));

    private string Wires() =>
        "<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.45\" stroke-width=\"1.6\" "
        + $"stroke-linejoin=\"round\">{ForEach(Wires)}</g>{ForEach(Fork)}";

    private string Wires(int number, CircuitPart part)
    {
        (double left, double right, double y) = _geometry.Stub(number);
        return Invariant($"<path d=\"M{left:0.#} {y:0.#}H{right:0.#}\"/>")
            + string.Concat(part.Inputs.Select(wire => $"<path d=\"{_geometry.Path(wire, number)}\"/>"));
    }

    private string Fork(int number, CircuitPart part)
    {
        (_, double x, double y) = _geometry.Stub(number);
        return part.Uses.Count < 2 ? ""
            : Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" opacity=\"0.6\"/>");
    }

    private string Part(int number, CircuitPart part)
    {
        (double left, double right, double y) = _geometry.Stub(number);
        double middle = (left + right) / 2;
        bool isConstant = part.Kind == CircuitPartKind.Constant, isResult = number == Shown.Parts.Count - 1;
        string drawn = part.Kind switch
        {
            CircuitPartKind.Input => Text("n", left - 6, y + 6, "end", part.Name!, CircuitGeometry.NameSize),
            CircuitPartKind.Constant => Number(
                "v", (left - 4, y + 4), "end", number, CircuitNumbers.Value, CircuitGeometry.SmallSize),
            _ => Symbol(number, part),
        };
        if (!isConstant && part.Kind != CircuitPartKind.Bundle)
            drawn += Number(
                "v", (middle, y - 6), "middle", number, CircuitNumbers.Value, CircuitGeometry.NumberSize,
                _steps?.ValueAt(part) ?? 0, part.Kind == CircuitPartKind.Input || isResult ? "" : part.Name ?? "");
        if (isResult && part.Gate is not null && part.Name is { } result)
            drawn += Text("n", right + 7, y + 6, "start", result, CircuitGeometry.NameSize);
        if (part.Gradient is not null)
            drawn += Number(
                "g", (middle, y + (isConstant ? 14 : 17)), "middle", number, CircuitNumbers.Gradient,
                isConstant ? CircuitGeometry.SmallSize : CircuitGeometry.NumberSize, _steps?.GradientAt(part) ?? 0);
        return drawn + string.Concat(part.Inputs.Select(wire => Port(number, wire)));
    }

    /// <summary>A tinted field over the number of an input, with arrows on both sides, and room for a finger.</summary>
    private string Handle(int number, CircuitPart part)
    {
        const int Top = -21, Height = 27, Arrow = 5, Above = -27, Finger = 50, Beside = 24;
        (double left, double right, double y) = _geometry.Stub(number);
        return part.Kind != CircuitPartKind.Input ? "" : Invariant(
            $"<g data-nn-part=\"handle{number}\" fill=\"{Palette.Drawn(Palette.Blue)}\"><rect "
            + $"x=\"{left - Beside:0.#}\" y=\"{y + Above:0.#}\" width=\"{right - left + Beside:0.#}\" "
            + $"height=\"{Finger}\" fill-opacity=\"0\"/>"
            + $"<rect x=\"{left:0.#}\" y=\"{y + Top:0.#}\" width=\"{right - left:0.#}\" height=\"{Height}\" "
            + $"rx=\"6\" fill-opacity=\"0.14\"/><path d=\"M{left + 2:0.#} {y - 10:0.#}l{Arrow} -4v8Z"
            + $"M{right - 2:0.#} {y - 10:0.#}l-{Arrow} -4v8Z\"/></g>"
        );
    }

    private string Symbol(int number, CircuitPart part)
    {
        (double left, double top, double width, double height) = _geometry.Symbol(number);
        bool gate = part.Kind == CircuitPartKind.Gate;
        (int, int)? at = gate && _steps is not null ? (_steps.ValueAt(part), _steps.PassesBackAt(part)) : null;
        double size = !gate ? CircuitGeometry.SmallSize : part.Symbol.Length == 1 ? 19 : 15;
        return Invariant(
            $"<g{(at is { } lit ? StepAnimation.Firing(lit) : "")}>"
            + $"<rect class=\"nn-k\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" "
            + $"rx=\"{(gate ? CircuitGeometry.Radius : 6)}\" "
            + $"fill=\"currentColor\" fill-opacity=\"0.05\" stroke=\"currentColor\" stroke-width=\"1.6\""
            + $"{(gate ? "" : " stroke-dasharray=\"4 3\" stroke-opacity=\"0.6\"")}>"
            + $"{(at is { } flash ? _animation?.Flashes(flash) : "")}</rect></g>"
        ) + Text("s", left + width / 2, top + height / 2 + 0.36 * size, "middle", part.Symbol, size);
    }

    private string Port(int number, CircuitWire wire)
    {
        (double x, double y) = _geometry.Port(wire, number);
        string derivative = Number(
            Invariant($"l{wire.Port}"), (x, y - 5), "end", number, part => LocalDerivative.Text(part.Inputs[wire.Port]),
            CircuitGeometry.SmallSize, _steps?.ValueAt(wire.To) ?? 0);
        return CircuitNumbers.Contribution(wire).Length == 0 ? derivative : derivative + Number(
            Invariant($"g{wire.Port}"), (x, y + 15), "end", number,
            part => CircuitNumbers.Contribution(part.Inputs[wire.Port]), CircuitGeometry.SmallSize + 1,
            _steps?.PassesBackAt(wire.To) ?? 0);
    }

    private static string Text(string kind, double x, double y, string anchor, string text, double size) => Invariant(
        $"<text class=\"nn-{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size:0.#}\">"
        + $"{SvgText.Encode(text)}</text>");

    /// <summary>A number of each frame; where they differ, the one of the last frame is drawn, and marked with
    /// all.</summary>
    private string Number(
        string kind, Point at, string anchor, int number, Func<CircuitPart, string> text, double size, int step = 0,
        string name = "")
    {
        string[] texts = [.. _frames.Select(frame => text(frame.Parts[number]))];
        string fill = kind[0] switch
        {
            'v' => $"fill=\"{Palette.Blue}\"",
            'g' => $"fill=\"{Palette.Orange}\"",
            _ => "fill-opacity=\"0.72\"",
        };
        string mark = IsMovable ? $" data-nn-part=\"{kind}@{number}\""
            : texts.Any(other => other != texts[0])
                ? $" data-nn-number=\"{SvgText.Encode(FigurePart.Texts(texts).ToJsonString())}\"" : "";
        string shown = SvgText.Encode(texts[^1]);
        if (name.Length > 0)
            (mark, shown) = ("", Invariant($"<tspan class=\"nn-n\" fill=\"currentColor\" font-size=\"{size + 1:0.#}\">")
                + $"{SvgText.Encode(name)}</tspan><tspan fill=\"currentColor\" fill-opacity=\"0.72\"> = </tspan>"
                + $"<tspan{mark}>{shown}</tspan>");
        return Invariant(
            $"<text class=\"nn-{kind[0]}\" x=\"{at.X:0.#}\" y=\"{at.Y:0.#}\" text-anchor=\"{anchor}\" "
            + $"font-size=\"{size:0.#}\" {fill}{(_animation is null ? "" : StepAnimation.Appearing(step))}{mark}>"
            + $"{shown}{_animation?.Hiding(step)}</text>"
        );
    }
}

using System.Globalization;
using System.Text;

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
    private readonly StringBuilder _svg = new();
    private readonly List<string[]> _numbers = [];

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

    /// <summary>For each frame the texts that change between frames, in the order of the elements that
    /// <c>data-nn-number</c> marks.</summary>
    public IEnumerable<string[]> Numbers =>
        Enumerable.Range(0, _frames.Count).Select(frame => _numbers.Select(texts => texts[frame]).ToArray());

    public CircuitGeometry Geometry => _geometry;

    /// <param name="key">Identifies a drawing on the page.</param>
    /// <param name="standalone">Whether the drawing is a file of its own.</param>
    public string ToSvg(string key = "", bool standalone = false)
    {
        _animation = _steps is null ? null : new(_steps.Sentences, key);
        _svg.Clear();
        _numbers.Clear();
        double height = _geometry.Height + (_animation is null ? 0 : StepAnimation.Height);
        double width = Math.Max(_geometry.Width, _animation is null ? 0 : StepAnimation.MinWidth);
        double scale = standalone ? StandaloneScale : 1;
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"nn-drawing\" viewBox=\"0 0 {width:0} {height:0}\" "
            + $"width=\"{scale * width:0}\" height=\"{scale * height:0}\" ")
            .Append("font-family=\"system-ui,'DejaVu Sans',sans-serif\" font-size=\"14\" fill=\"currentColor\"")
                .Append(standalone ? " role=\"img\">" : Scaling(width))
            .Append("<title>").Append(SvgText.Encode(CircuitInWords.Title(Shown))).Append("</title><desc>")
                .Append(SvgText.Encode(CircuitInWords.Of(Shown))).Append("</desc>")
            .Append(DrawingStyle.Element).Append(standalone ? DrawingStyle.Standalone : "");
        AppendWires();
        for (int part = 0; part < Shown.Parts.Count; part++)
            AppendPart(part);
        if (IsMovable)
            AppendHandles();
        _animation?.AppendControls(_svg, _geometry.Width, _geometry.Height, width);
        return _svg.Append("</svg>").ToString();
    }

    /// <summary>A drawing is as wide as its page, so that nothing is ever cut off: a large one shrinks, a small one
    /// grows a little.</summary>
    private static string Scaling(double width) =>
        Invariant($" style=\"display:block;width:100%;max-width:{MaxScale * width:0}px;height:auto\">");

    private void AppendWires()
    {
        _svg.Append(
            "<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.45\" stroke-width=\"1.6\" "
            + "stroke-linejoin=\"round\">");
        for (int part = 0; part < Shown.Parts.Count; part++)
        {
            (double left, double right, double y) = _geometry.Stub(part);
            _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left:0.#} {y:0.#}H{right:0.#}\"/>");
            foreach (CircuitWire wire in Shown.Parts[part].Inputs)
                _svg.Append("<path d=\"").Append(_geometry.Path(wire, part)).Append("\"/>");
        }

        _svg.Append("</g>");
        foreach ((int number, CircuitPart part) in Shown.Parts.Index().Where(pair => pair.Item.Uses.Count > 1))
        {
            (_, double x, double y) = _geometry.Stub(number);
            _svg.Append(
                CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" opacity=\"0.6\"/>");
        }
    }

    private void AppendPart(int number)
    {
        CircuitPart part = Shown.Parts[number];
        (double left, double right, double y) = _geometry.Stub(number);
        double middle = (left + right) / 2;
        switch (part.Kind)
        {
            case CircuitPartKind.Input:
                AppendText("n", left - 6, y + 6, "end", part.Name!, CircuitGeometry.NameSize);
                break;
            case CircuitPartKind.Constant:
                AppendNumber("v", left - 4, y + 4, "end", number, CircuitNumbers.Value, CircuitGeometry.SmallSize, 0);
                break;
            default:
                AppendSymbol(number);
                break;
        }

        int valueAt = _steps?.ValueAt(part) ?? 0;
        bool isResult = number == Shown.Parts.Count - 1;
        if (part.Kind is not CircuitPartKind.Constant and not CircuitPartKind.Bundle)
        {
            string name = part.Kind == CircuitPartKind.Input || isResult ? "" : part.Name ?? "";
            AppendNumber(
                "v", middle, y - 6, "middle", number, CircuitNumbers.Value, CircuitGeometry.NumberSize, valueAt, name);
        }

        if (isResult && part.Gate is not null && part.Name is { } result)
            AppendText("n", right + 7, y + 6, "start", result, CircuitGeometry.NameSize);
        if (part.Gradient is not null)
        {
            bool small = part.Kind == CircuitPartKind.Constant;
            AppendNumber(
                "g", middle, y + (small ? 14 : 17), "middle", number, CircuitNumbers.Gradient,
                small ? CircuitGeometry.SmallSize : CircuitGeometry.NumberSize, _steps?.GradientAt(part) ?? 0);
        }

        for (int port = 0; port < part.Inputs.Count; port++)
            AppendPort(number, port);
    }

    /// <summary>A tinted field over the number of each input, with arrows on both sides, and room for a
    /// finger.</summary>
    private void AppendHandles()
    {
        const int Top = -21, Height = 27, Arrow = 5, Above = -27, Finger = 50, Beside = 24;
        foreach ((int number, CircuitPart part) in Shown.Parts.Index())
        {
            if (part.Kind != CircuitPartKind.Input)
                continue;
            (double left, double right, double y) = _geometry.Stub(number);
            _svg.Append(
                CultureInfo.InvariantCulture,
                $"<g data-nn-part=\"handle{number}\" fill=\"{Palette.Drawn(Palette.Blue)}\"><rect "
                + $"x=\"{left - Beside:0.#}\" y=\"{y + Above:0.#}\" width=\"{right - left + Beside:0.#}\" "
                + $"height=\"{Finger}\" fill-opacity=\"0\"/>")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{left:0.#}\" y=\"{y + Top:0.#}\" width=\"{right - left:0.#}\" height=\"{Height}\" "
                    + $"rx=\"6\" fill-opacity=\"0.14\"/><path d=\"M{left + 2:0.#} {y - 10:0.#}l{Arrow} -4v8Z"
                    + $"M{right - 2:0.#} {y - 10:0.#}l-{Arrow} -4v8Z\"/></g>");
        }
    }

    private void AppendSymbol(int number)
    {
        CircuitPart part = Shown.Parts[number];
        (double left, double top, double width, double height) = _geometry.Symbol(number);
        bool gate = part.Kind == CircuitPartKind.Gate;
        (int, int)? at = gate && _steps is not null ? (_steps.ValueAt(part), _steps.PassesBackAt(part)) : null;
        _svg.Append("<g").Append(at is { } lit ? StepAnimation.Firing(lit) : "")
            .Append(CultureInfo.InvariantCulture,
            $"><rect class=\"nn-k\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" "
            + $"rx=\"{(gate ? CircuitGeometry.Radius : 6)}\" ")
            .Append("fill=\"currentColor\" fill-opacity=\"0.05\" stroke=\"currentColor\" stroke-width=\"1.6\"")
                .Append(gate ? ">" : " stroke-dasharray=\"4 3\" stroke-opacity=\"0.6\">")
            .Append(at is { } flash ? _animation?.Flashes(flash) : "").Append("</rect></g>");
        double size = !gate ? CircuitGeometry.SmallSize : part.Symbol.Length == 1 ? 19 : 15;
        AppendText("s", left + width / 2, top + height / 2 + 0.36 * size, "middle", part.Symbol, size);
    }

    private void AppendPort(int number, int port)
    {
        CircuitWire wire = Shown.Parts[number].Inputs[port];
        (double x, double y) = _geometry.Port(wire, number);
        AppendNumber(
            Invariant($"l{port}"), x, y - 5, "end", number, part => LocalDerivative.Text(part.Inputs[port]),
            CircuitGeometry.SmallSize, _steps?.ValueAt(wire.To) ?? 0);
        if (CircuitNumbers.Contribution(wire).Length > 0)
            AppendNumber(
                Invariant($"g{port}"), x, y + 15, "end", number, part => CircuitNumbers.Contribution(part.Inputs[port]),
                CircuitGeometry.SmallSize + 1, _steps?.PassesBackAt(wire.To) ?? 0);
    }

    private void AppendText(string kind, double x, double y, string anchor, string text, double size) =>
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"nn-{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size:0.#}\">")
            .Append(SvgText.Encode(text)).Append("</text>");

    private void AppendNumber(
        string kind, double x, double y, string anchor, int number, Func<CircuitPart, string> text, double size,
        int step, string name = "")
    {
        string[] texts = [.. _frames.Select(frame => text(frame.Parts[number]))];
        string fill =
            kind[0] switch
            {
                'v' => $" fill=\"{Palette.Blue}\"",
                'g' => $" fill=\"{Palette.Orange}\"",
                _ => " fill-opacity=\"0.72\""
            };
        bool changes = texts.Any(other => other != texts[0]);
        string mark = IsMovable ? $" data-nn-part=\"{kind}@{number}\"" : changes ? " data-nn-number=\"\"" : "";
        if (changes)
            _numbers.Add(texts);
        _svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"nn-{kind[0]}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" "
            + $"font-size=\"{size:0.#}\"").Append(fill).Append(_animation is null ? "" : StepAnimation.Appearing(step));
        if (name.Length > 0)
        {
            _svg.Append('>')
                .Append(CultureInfo.InvariantCulture,
                $"<tspan class=\"nn-n\" fill=\"currentColor\" font-size=\"{size + 1:0.#}\">")
                .Append(SvgText.Encode(name))
                .Append("</tspan><tspan fill=\"currentColor\" fill-opacity=\"0.72\"> = </tspan><tspan").Append(mark)
                    .Append('>').Append(SvgText.Encode(texts[^1])).Append("</tspan>");
        }
        else
        {
            _svg.Append(mark).Append('>').Append(SvgText.Encode(texts[^1]));
        }

        _svg.Append(_animation?.Hiding(step)).Append("</text>");
    }
}

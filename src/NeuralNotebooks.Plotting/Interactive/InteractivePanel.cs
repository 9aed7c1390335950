using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>A chart as SVG: two axes, and parts that are drawn between them.</summary>
internal sealed class InteractivePanel(string xTitle, Interval x, string yTitle, Interval y, double step = 1)
{
    private const int Width = 360, Height = 310, Left = 46, Right = 350, Top = 26, Bottom = 272;

    // A handle reacts in a circle as wide as a finger.
    private const int GripRadius = 22;

    private readonly StringBuilder _inside = new(), _above = new();

    private string _panel = "";

    public PixelAxis X { get; } = new(xTitle, x, (Left, Right), step);

    public PixelAxis Y { get; } = new(yTitle, y, (Bottom, Top), step);

    /// <summary>Whether the numbers of the vertical axis are powers of ten.</summary>
    public bool HasPowers { get; init; }

    /// <summary>A line through points, as the data of a path.</summary>
    public string Line(IEnumerable<Point> points) => "M" + string.Join('L', points.Select(Place));

    /// <summary>Adds SVG that is clipped at the axes.</summary>
    public InteractivePanel Draw(string svg)
    {
        _inside.Append(svg);
        return this;
    }

    /// <summary>Adds a path that follows the handle.</summary>
    public InteractivePanel DrawPart(string part, string path, string attributes) =>
        Draw($"<path data-nn-part=\"{part}\" d=\"{path}\" {attributes}/>");

    /// <summary>Adds a dot that follows the handle.</summary>
    public InteractivePanel DrawDot(string part, Point point) =>
        Draw(JoinLines($"""
            <g data-nn-part="{part}" transform="translate({Place(point)})">
            <circle r="5" fill="{Palette.Drawn(Palette.Blue)}"/></g>
            """));

    /// <summary>A point in an alternative text.</summary>
    public static string InWords(Point point) => $"({NumberText.Html(point.X)}, {NumberText.Html(point.Y)})";

    /// <summary>Adds a handle. A tap on the panel moves it there.</summary>
    public InteractivePanel Handle(string part, Point point, string? colour = null)
    {
        string fill = Palette.Drawn(colour ?? Palette.Blue);
        _panel = $" data-nn-panel=\"{part}\"";
        _above.Append(JoinLines($"""
            <g data-nn-part="{part}" transform="translate({Place(point)})">
            <circle r="{GripRadius}" fill="{fill}" fill-opacity="0.12"/>
            <circle r="8" fill="{fill}" stroke="#fff"/></g>
            """));
        return this;
    }

    public string ToSvg()
    {
        IEnumerable<string> down = X.Ticks().Select(tick => JoinLines($"""
            <path d="M{X.Place(tick)} {Top}V{Bottom}" stroke="currentColor" stroke-opacity="0.12"/>
            <text x="{X.Place(tick)}" y="{Bottom + 16}">{NumberText.Html(Math.Round(tick, 9))}</text>
            """));
        IEnumerable<string> across = Y.Ticks().Select(tick => JoinLines($"""
            <path d="M{Left} {Y.Place(tick)}H{Right}" stroke="currentColor" stroke-opacity="0.12"/>
            <text x="{Left - 6}" y="{Y.Place(tick) + 4}">{Label(tick)}</text>
            """));
        string place = $"x=\"{Left}\" y=\"{Top}\" width=\"{Right - Left}\" height=\"{Bottom - Top}\"";
        // The inner svg element clips its content.
        return JoinLines($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}"
             height="{Height}" font-family="system-ui,'DejaVu Sans',sans-serif" font-size="12"
             fill="currentColor" style="flex:1 1 300px;min-width:0;max-width:{1.5 * Width}px;height:auto">
            <g text-anchor="middle">{string.Concat(down)}<text x="{(Left + Right) / 2}" y="{Height - 6}"
             font-size="13">{SvgText.Encode(X.Title)}</text></g>
            <g text-anchor="end">{string.Concat(across)}</g>
            <text x="4" y="14" font-size="13">{SvgText.Encode(Y.Title)}</text>
            <svg{_panel} {place} viewBox="{Left} {Top} {Right - Left} {Bottom - Top}">
            <rect {place} fill="currentColor" fill-opacity="0.03"/>{_inside}</svg>{_above}</svg>
            """);
    }

    private string Label(double tick) =>
        HasPowers ? Axis.PowerOfTen((int)Math.Round(tick)) : NumberText.Html(Math.Round(tick, 9));

    private string Place(Point point) => Invariant($"{X.Place(point.X)} {Y.Place(point.Y)}");
}

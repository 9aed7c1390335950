using Plotly.NET;

namespace NeuralNotebooks.Plotting;

/// <summary>A picture for a notebook and a page: a chart, several charts as frames with a slider, or an SVG drawing. It
/// has a title, a caption, and an alternative text.</summary>
/// <remarks>A picture is immutable: the methods <c>With…</c> return a changed copy. It copies a chart when it is made,
/// so that later changes of the chart do not affect it. It needs no network if the build included plotly.js.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record Picture : IHtml
{
    // The content's HTML, given the alternative text.
    private readonly Func<string, string> _content;

    private Picture(Func<string, string> content, string alternativeText) =>
        (_content, AlternativeText) = (content, alternativeText);

    /// <summary>The title; may be empty.</summary>
    public string Title { get; private init; } = "";

    /// <summary>The caption; may be empty.</summary>
    public string Caption { get; private init; } = "";

    /// <summary>What the picture shows, for a reader who does not see it.</summary>
    public string AlternativeText { get; init; }

    /// <summary>A picture of a chart.</summary>
    /// <param name="chart">The chart, as it is now.</param>
    /// <param name="alternativeText">The alternative text; if it is omitted, it is made from the names of series and
    /// axes.</param>
    public static Picture Of(GenericChart chart, string? alternativeText = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Of(FigureOf(chart), alternativeText);
    }

    /// <summary>Charts as frames that the reader goes through with a slider, or plays.</summary>
    /// <param name="frames">A label for each frame, such as "epoch 10", and its chart. Fixed axis ranges keep the
    /// frames comparable.</param>
    /// <param name="alternativeText">The alternative text; if it is omitted, it is made from the frame that is
    /// shown first, and the labels.</param>
    /// <param name="start">The index of the frame that is shown first; the last one if it is omitted.</param>
    /// <exception cref="ArgumentException">There are no frames, or not so many.</exception>
    public static Picture OfFrames(
        IEnumerable<(string Label, GenericChart Chart)> frames, string? alternativeText = null, int? start = null)
    {
        ArgumentNullException.ThrowIfNull(frames);
        return OfFrames([.. frames.Select(frame => (frame.Label, FigureOf(frame.Chart)))], alternativeText, start);
    }

    /// <summary>A picture of an SVG drawing.</summary>
    /// <exception cref="ArgumentException">The text does not begin with <c>&lt;svg</c>, or there is no alternative
    /// text: none can be made from a drawing.</exception>
    public static Picture OfSvg(string svg, string alternativeText)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentException.ThrowIfNullOrWhiteSpace(alternativeText);
        return svg.AsSpan().TrimStart().StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            ? new(text => FigureHtml.Svg(svg, text), alternativeText)
            : throw new ArgumentException(
                $"An SVG drawing begins with <svg; this text begins with '{svg[..Math.Min(20, svg.Length)]}'.",
                nameof(svg));
    }

    /// <summary>The same picture under another title.</summary>
    public Picture WithTitle(string title) => this with { Title = title };

    /// <summary>The same picture with another text below it.</summary>
    public Picture WithCaption(string caption) => this with { Caption = caption };

    /// <summary>An HTML figure element with the picture and the scripts that draw it. Colours follow those of the
    /// page.</summary>
    public string ToHtml() => FigureHtml.WithTitle(Title, _content(AlternativeText), Caption);

    /// <summary>The alternative text.</summary>
    public override string ToString() => AlternativeText;

    internal static Picture Of(Func<string, string> content, string alternativeText) => new(content, alternativeText);

    internal static Picture Of(Figure figure, string? alternativeText = null) =>
        new(Figure.Html([figure]), alternativeText ?? figure.Description()) { Title = figure.Title };

    private static Figure FigureOf(GenericChart chart) => Figure.Of(GenericChart.toJson(chart));

    internal static Picture OfFrames(
        (string Label, Figure Figure)[] frames, string? alternativeText = null, int? start = null)
    {
        if (frames.Length == 0)
            throw new ArgumentException("A picture needs at least one frame.", nameof(frames));
        if (start is { } first && (first < 0 || first >= frames.Length))
            throw new ArgumentException($"Frame {first} is none of the {frames.Length} frames.", nameof(start));
        FilmControls controls = new("Frame", [.. frames.Select(frame => frame.Label)])
        {
            Start = start ?? frames.Length - 1,
        };
        string words = frames[controls.Start].Figure.Description()
            + (frames.Length > 1 ? $" {frames.Length} frames, from {frames[0].Label} to {frames[^1].Label}." : "");
        return new(Figure.Html([.. frames.Select(frame => frame.Figure)], controls), alternativeText ?? words)
        {
            Title = frames[0].Figure.Title,
        };
    }
}

namespace NeuralNotebooks.Classroom;

/// <summary>The parts of drawings.</summary>
internal static class Svg
{
    /// <summary>The width of every drawing, so that its labels are legible on a phone, too.</summary>
    public const double Width = 400;

    /// <summary>A drawing as wide as its figure.</summary>
    public static Markup Drawing(double height, Markup content, string alternativeText, string style = "plot") =>
        Markup.Of(
            $"""
            <svg class="{style}" viewBox="0 0 {Width} {height}" role="img" aria-label="{alternativeText}">
            {content}</svg>

            """
        );

    /// <summary>A bar as wide as its column, which only repeats what the text says.</summary>
    public static Markup Bar(double width, double height, Markup content) =>
        Markup.Of(
            $"""
            <svg class="bar" viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">
            {content}</svg>

            """
        );

    public static Markup Legend(params IEnumerable<Markup> items) => Markup.List(items, "legend");

    /// <summary>An item of a legend.</summary>
    public static Markup Key(string style, string text) =>
        Markup.Of(
            $"""<svg viewBox="0 0 14 14" aria-hidden="true">{Rectangle(style, 1, 1, 12, 12)}</svg> {text}"""
        );

    public static Markup Rectangle(string style, double x, double y, double width, double height) =>
        Markup.Of($"""<rect class="{style}" x="{x}" y="{y}" width="{width}" height="{height}"/>""");

    public static Markup Line(string style, double x1, double y1, double x2, double y2) =>
        Markup.Of($"""<line class="{style}" x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}"/>""");

    public static Markup Circle(string style, double x, double y, double radius) =>
        Markup.Of($"""<circle class="{style}" cx="{x}" cy="{y}" r="{radius}"/>""");

    public static Markup Label(double x, double y, string text, string anchor = "middle", string style = "") =>
        Markup.Of($"""<text class="{style}" x="{x}" y="{y}" text-anchor="{anchor}">{text}</text>""");
}

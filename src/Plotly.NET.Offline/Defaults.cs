namespace Plotly.NET;

/// <summary>The defaults of a chart.</summary>
public static class Defaults
{
    public static int DefaultWidth { get; set; } = 600;

    public static int DefaultHeight { get; set; } = 600;

    public static void reset()
    {
        DefaultWidth = 600;
        DefaultHeight = 600;
    }
}

using Newtonsoft.Json.Linq;

namespace NeuralNotebooks.Plotting;

/// <summary>The look of the course as a template of plotly.js. The script of the page replaces the colours by those of
/// the page, which it finds in the template, too, and adds what depends on the data of a figure.</summary>
internal static class CourseTemplate
{
    private const string Clear = "rgba(0,0,0,0)", Font = "var(--font)";

    public static FigurePart ColorBar { get; } = new() { ["outlinewidth"] = 0, ["thickness"] = 14 };

    /// <summary>The template. Its property <c>meta</c> has the colours of the course.</summary>
    public static FigurePart Part { get; } = new() { ["layout"] = Layout(), ["data"] = Data() };

    public static void CopyTo(DynamicObj.DynamicObj template)
    {
        foreach ((string name, JsonNode? value) in Part.Json)
            template.SetProperty(name, JToken.Parse(value!.ToJsonString()));
    }

    private static FigurePart Layout()
    {
        FigurePart grid = new() { ["gridcolor"] = Ink(0.12), ["linecolor"] = Ink(0.4) };
        FigurePart axis = grid.With(new()
        {
            ["zerolinecolor"] = Ink(0.3),
            ["zeroline"] = false,
            ["automargin"] = true,
            ["ticklabeloverflow"] = "allow",
            ["ticks"] = "outside",
            ["ticklen"] = 4,
            ["tickcolor"] = Clear,
            ["exponentformat"] = "power",
            ["title"] = new FigurePart { ["standoff"] = 10, ["font"] = new FigurePart { ["size"] = 14 } },
        });
        FigurePart side = grid.With(new() { ["zerolinecolor"] = Ink(0.3), ["backgroundcolor"] = Clear });
        return new()
        {
            ["meta"] = Colours(),
            ["colorway"] = Palette.Cycle,
            ["paper_bgcolor"] = Clear,
            ["plot_bgcolor"] = Clear,
            ["font"] = new FigurePart { ["color"] = Palette.Ink, ["family"] = Font, ["size"] = 13 },
            ["margin"] = new FigurePart { ["l"] = 56, ["r"] = 16, ["t"] = 16, ["b"] = 48 },
            ["xaxis"] = axis,
            ["yaxis"] = axis,
            ["hovermode"] = "closest",
            ["polar"] = new FigurePart { ["bgcolor"] = Clear, ["angularaxis"] = grid, ["radialaxis"] = grid },
            ["scene"] = new FigurePart { ["xaxis"] = side, ["yaxis"] = side, ["zaxis"] = side },
            ["title"] = new FigurePart
            {
                ["x"] = 0,
                ["xref"] = "container",
                ["font"] = new FigurePart { ["size"] = 16, ["weight"] = 600 },
            },
            ["autotypenumbers"] = "strict",
            ["legend"] = new FigurePart
            {
                ["orientation"] = "h",
                ["x"] = 0,
                ["y"] = 1.02,
                ["yanchor"] = "bottom",
                ["bgcolor"] = Clear,
            },
            ["hoverlabel"] = new FigurePart { ["font"] = new FigurePart { ["family"] = Font } },
            ["modebar"] = new FigurePart
            {
                ["bgcolor"] = Clear,
                ["color"] = Ink(0.5),
                ["activecolor"] = Palette.Ink,
            },
        };
    }

    private static FigurePart Colours()
    {
        FigurePart onDark = new(), asText = new();
        foreach ((string onLight, string dark, string? text) in Palette.Counterparts)
            (onDark[onLight], asText[onLight]) = (dark, text);
        return new() { ["onDark"] = onDark, ["asText"] = asText };
    }

    private static FigurePart Data()
    {
        FigurePart[] field = [new() { ["colorscale"] = "Viridis", ["colorbar"] = ColorBar }];
        // plotly.js gives each series the next of these looks, and the next colour.
        return new()
        {
            ["scatter"] = Enumerable.Range(0, 2 * Palette.Cycle.Length).Select(k => new FigurePart
            {
                ["line"] = Stroke(width: 2.5, dash: Palette.Dash(k)),
                ["marker"] = Marker(size: 8, symbol: Palette.Symbol(k)),
            }),
            ["heatmap"] = field,
            ["contour"] = field,
            ["histogram"] = new[] { new FigurePart { ["marker"] = Marker(line: Stroke(Ink(0.35), 1)) } },
        };
    }

    private static string Ink(double opacity) => Palette.Faint(Palette.Ink, opacity);
}

using System.Globalization;
using System.Text.Json.Nodes;
using static NeuralNotebooks.Plotting.FigureValues;

namespace NeuralNotebooks.Plotting;

internal sealed class Axis(JsonObject json) : FigurePart(json)
{
    public Axis(string title = "") : this(new JsonObject()) => Title = title;

    // An empty title would still take up space.
    public string Title
    {
        set => this["title"] = value.Length > 0 ? new JsonObject { ["text"] = Verbatim(value) } : null;
    }

    /// <summary>The first and the last value on the axis; on a logarithmic axis their base-10 logarithms.</summary>
    public Interval Range { set => this["range"] = Numbers(value.From, value.To); }

    /// <summary>The part of the drawing's width or height that the axis takes, from 0 to 1.</summary>
    public Interval Domain { set => this["domain"] = Numbers(value.From, value.To); }

    /// <summary>The positions of the tick labels, and their texts.</summary>
    public IEnumerable<(double Place, string Label)> Ticks
    {
        set
        {
            this["tickmode"] = "array";
            this.SetTicks(value.Select(tick => tick.Place), value.Select(tick => tick.Label));
        }
    }

    /// <summary>Names as the tick labels at 0, 1, ….</summary>
    public IEnumerable<string>? Names
    {
        init
        {
            if (value is not null)
                Ticks = value.Select((name, k) => ((double)k, Verbatim(name)));
        }
    }

    public bool ShowGrid { set => this["showgrid"] = value; }

    /// <summary>A linear or logarithmic axis; the page's script labels the latter at powers of ten.</summary>
    /// <remarks>The type is set, since plotly.js would otherwise take some data for dates or categories.</remarks>
    public static Axis Scaled(bool logarithmic, string title = "") => new(title)
    {
        ["type"] = logarithmic ? "log" : "linear",
    };

    /// <summary>The name of an axis by its number: x, x2, x3, ….</summary>
    public static string Id(string letter, int number) =>
        number == 0 ? letter : letter + (number + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>10⁻³ for −3, as a text.</summary>
    public static string PowerOfTen(int power) => "10" + string.Concat(
        power.ToString(CultureInfo.InvariantCulture).Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']));
}

using System.Globalization;
using System.Text.Json.Nodes;
using static NeuralNotebooks.Plotting.FigureValues;

namespace NeuralNotebooks.Plotting;

internal sealed class Axis(JsonObject json) : FigurePart(json)
{
    private static readonly double[] _tickDigits = [1, 2, 5];

    public Axis(string title = "") : this(new JsonObject()) => Title = title;

    // An empty title would still take up space.
    public string Title
    {
        set => this["title"] = value.Length > 0 ? new JsonObject { ["text"] = Verbatim(value) } : null;
    }

    /// <summary>From one end to the other; on a logarithmic axis their logarithms.</summary>
    public Interval Range { set => this["range"] = Numbers(value.From, value.To); }

    /// <summary>The part of the picture that the axis takes.</summary>
    public Interval Domain { init => this["domain"] = Numbers(value.From, value.To); }

    /// <summary>Where the axis is labelled, and how.</summary>
    public IEnumerable<(double Place, string Label)> Ticks
    {
        set
        {
            this["tickmode"] = "array";
            this.SetTicks(value.Select(tick => tick.Place), value.Select(tick => tick.Label));
        }
    }

    /// <summary>Names instead of the numbers 0, 1, ….</summary>
    public IEnumerable<string>? Names
    {
        init
        {
            if (value is not null)
                Ticks = value.Select((name, k) => ((double)k, Verbatim(name)));
        }
    }

    public bool ShowGrid { set => this["showgrid"] = value; }

    public static Axis Linear() => new() { ["type"] = "linear" };

    /// <summary>A linear or logarithmic axis for values from one number to another.</summary>
    public static Axis Scaled(bool logarithmic, Interval range, string title = "") =>
        logarithmic ? Logarithmic(range.From, range.To, title) : new(title);

    /// <summary>A logarithmic axis: labels at powers of ten, or at 1, 2 and 5 times them.</summary>
    public static Axis Logarithmic(double from, double to, string title = "")
    {
        Axis axis = new(title) { ["type"] = "log" };
        double[] ticks = LogarithmicTicks(from, to);
        // Below half a decade the ticks of plotly.js are better.
        if (ticks.Length > 0)
        {
            bool plain = from >= 0.99e-3 && to <= 1.01e4;
            axis.Ticks = ticks.Select(tick => (tick, LogarithmicLabel(tick, plain)));
        }
        return axis;
    }

    /// <summary>The same axis at another place.</summary>
    public Axis Copy(Interval domain, string anchor) =>
        new(Json.DeepClone().AsObject()) { Domain = domain, ["anchor"] = anchor };

    /// <summary>The name of an axis by its number: x, x2, x3, ….</summary>
    public static string Id(string letter, int number) =>
        number == 0 ? letter : letter + (number + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>10⁻³ for −3, as a text.</summary>
    public static string PowerOfTen(int power) => "10" + string.Concat(
        power.ToString(CultureInfo.InvariantCulture).Select(sign => sign == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign - '0']));

    private static double[] LogarithmicTicks(double from, double to)
    {
        double decades = Math.Log10(to / from);
        int low = (int)Math.Floor(Math.Log10(from)) - 1, high = (int)Math.Ceiling(Math.Log10(to)) + 1;
        int step = (int)Math.Ceiling(decades / 7);
        IEnumerable<int> powers = Enumerable.Range(low, high - low + 1);
        return decades switch
        {
            < 0.5 => [],
            < 1.5 => [.. powers.SelectMany(power => _tickDigits.Select(digit => digit * Math.Pow(10, power)))],
            _ => [.. powers.Where(power => power % step == 0).Select(power => Math.Pow(10, power))],
        };
    }

    // Plain numbers where all labels of the axis are short, otherwise powers.
    private static string LogarithmicLabel(double tick, bool plain)
    {
        int power = (int)Math.Floor(Math.Log10(tick) + 1e-9), digit = (int)Math.Round(tick / Math.Pow(10, power));
        return plain || power is 0 or 1
            ? NumberText.Html(digit * Math.Pow(10, power))
            : (digit == 1 ? "" : digit.ToString(CultureInfo.InvariantCulture) + "·") + PowerOfTen(power);
    }
}

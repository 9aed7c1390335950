using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>A line in an SVG drawing that leaves and arrives horizontally.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder _data = new();
    private double _x;
    private double _y;

    public SvgPath(double x, double y)
    {
        _data.Append(Invariant($"M{x:0.#} {y:0.#}"));
        (_x, _y) = (x, y);
    }

    public void LineTo(double x, double y)
    {
        _data.Append(Invariant($"L{x:0.#} {y:0.#}"));
        (_x, _y) = (x, y);
    }

    /// <summary>An S-curve; two of them between the same verticals cross only if the order of their ends
    /// differs.</summary>
    public void CurveTo(double x, double y)
    {
        if (Math.Abs(y - _y) < 0.05)
        {
            LineTo(x, y);
            return;
        }

        double middle = (_x + x) / 2;
        _data.Append(Invariant($"C{middle:0.#} {_y:0.#} {middle:0.#} {y:0.#} {x:0.#} {y:0.#}"));
        (_x, _y) = (x, y);
    }

    public override string ToString() => _data.ToString();
}

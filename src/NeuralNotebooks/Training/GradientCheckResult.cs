namespace NeuralNotebooks;

/// <summary>How well the backward pass and central differences agree.</summary>
public enum GradientCheckVerdict
{
    /// <summary>The largest relative error is at most 10⁻⁷.</summary>
    Good,

    /// <summary>At most 10⁻⁴: acceptable if activations have kinks; otherwise look for the cause.</summary>
    Acceptable,

    /// <summary>Between 10⁻⁴ and 10⁻².</summary>
    Suspicious,

    /// <summary>Above 10⁻², or NaN.</summary>
    Wrong,
}

/// <summary>One entry of a gradient, computed by the backward pass and by central differences.</summary>
/// <param name="Parameter">The matrix, such as <c>Layers[0].Weights</c>.</param>
/// <param name="Row">The row of the entry, from 0.</param>
/// <param name="Column">The column of the entry, from 0.</param>
/// <param name="Analytic">a: the value computed by the backward pass.</param>
/// <param name="Numeric">n: the value computed by central differences.</param>
/// <param name="RelativeError">|a − n| / max(|a|, |n|), or 0 if both are so near 0 that rounding of the loss can
/// explain the difference.</param>
public sealed record GradientCheckEntry(
    string Parameter, int Row, int Column, double Analytic, double Numeric, double RelativeError)
{
    /// <summary>The matrix with row and column, such as <c>Layers[0].Weights[2, 1]</c>.</summary>
    public string Location => $"{Parameter}[{Row}, {Column}]";
}

/// <summary>The result of checking one matrix.</summary>
/// <param name="Parameter">The matrix.</param>
/// <param name="Checked">How many of its entries were checked.</param>
/// <param name="Kinks">How many of the checked entries were left out because a relu unit crossed its kink.</param>
/// <param name="Worst">The entry with the largest error; null if all were left out.</param>
public sealed record GradientCheckPart(string Parameter, int Checked, int Kinks, GradientCheckEntry? Worst);

/// <summary>The result of a <see cref="GradientCheck"/>.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class GradientCheckResult : IHtml
{
    internal const double GoodError = 1e-7;

    internal GradientCheckResult(IReadOnlyList<GradientCheckPart> parts) => Parts = parts;

    /// <summary>The matrices: weights and biases of each layer, then X.</summary>
    public IReadOnlyList<GradientCheckPart> Parts { get; }

    /// <summary>The entry with the largest error; null if every entry was at a kink.</summary>
    public GradientCheckEntry? Worst =>
        Parts
            .Select(part => part.Worst)
            .OfType<GradientCheckEntry>()
            .MaxBy(entry => double.IsNaN(entry.RelativeError) ? double.PositiveInfinity : entry.RelativeError);

    /// <summary>The largest relative error; NaN if every entry was at a kink.</summary>
    public double LargestRelativeError => Worst?.RelativeError ?? double.NaN;

    /// <summary>How many entries were checked in all matrices.</summary>
    public int Checked => Parts.Sum(part => part.Checked);

    /// <summary>How many of the checked entries were left out because a relu unit crossed its kink.</summary>
    public int Kinks => Parts.Sum(part => part.Kinks);

    /// <summary>The verdict on the largest relative error.</summary>
    public GradientCheckVerdict Verdict => VerdictOf(LargestRelativeError);

    /// <summary>The verdict in one sentence.</summary>
    public override string ToString() =>
        Worst is { } worst
            ? Invariant(
                $"{Verdict}: largest relative error {worst.RelativeError:0.0e0} at {worst.Location} "
                    + $"(backward {worst.Analytic:G6}, numeric {worst.Numeric:G6}); {Checked} entries, {Kinks} at kinks"
            )
            : Invariant($"Nothing to compare: all {Checked} entries are at kinks");

    /// <summary>The verdict, and a table of the matrices with the worst entry of each.</summary>
    public string ToHtml()
    {
        HtmlTable table = new($"Gradient check. {this}");
        table.Headers(
            "gradient of", "entries", "at kinks", "largest relative error", "at", "backward", "numeric", "verdict");
        foreach (GradientCheckPart part in Parts)
        {
            table.BeginRow(part.Parameter);
            table.Number((double)part.Checked);
            table.Number((double)part.Kinks);
            if (part.Worst is not { } worst)
                continue;
            table.Number(worst.RelativeError);
            table.Text($"[{worst.Row},\u00a0{worst.Column}]");   // a no-break space: a narrow table wraps elsewhere
            table.Number(worst.Analytic);
            table.Number(worst.Numeric);
            table.Text(VerdictOf(worst.RelativeError).ToString());
        }
        return table.ToString();
    }

    private static GradientCheckVerdict VerdictOf(double error) => error switch
    {
        <= GoodError => GradientCheckVerdict.Good,
        <= 1e-4 => GradientCheckVerdict.Acceptable,
        <= 1e-2 => GradientCheckVerdict.Suspicious,
        _ => GradientCheckVerdict.Wrong,
    };
}

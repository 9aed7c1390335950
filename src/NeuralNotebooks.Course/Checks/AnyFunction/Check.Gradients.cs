namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Compares gradients of any function, one after the other, with its central differences.</summary>
    /// <param name="parts">For each: its name, the function as a function of this one matrix, the point, and the
    /// gradient to be judged, in the shape of the point.</param>
    public static Verdict Gradients(params (string Name, Func<M, double> Function, M At, Func<M?> Yours)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        (M[]? right, Verdict? failure) = SlopesOf([.. parts.Select(part => (part.Function, part.At))]);
        return failure ?? new Exercise<M[]>
        {
            Cases = () => [[.. parts.Select(part => part.At)]],
            Describe = _ => "at the point that this check tries",
            Floor = EntryDifference.Nudging,
            IfZero = "(Already written? `1 / m` of two integers is 0, `1.0 / m` is not.)",
            Praise = "Here your gradients agree with what nudging every entry finds.",
            Parts = _ => [.. parts.Zip(right!, (part, slopes) => new Part<M[]>(part.Name, _ => slopes))],
        }.Judge(_ => parts.Select(part => part.Yours()).ToArray());
    }

    /// <summary>The gradients of functions by central differences. The functions are the reader's, so they run with a
    /// time limit.</summary>
    private static (M[]? Slopes, Verdict? Failure) SlopesOf((Func<M, double> Function, M At)[] functions)
    {
        (M[]? slopes, Verdict? failure) = Attempt.Run(
            () => Array.ConvertAll(functions, one => NumericGradient.Of(one.At, one.Function)),
            TimeSpan.FromSeconds(10), _ => null);
        return slopes is null || slopes.SelectMany(Matrices.Entries).All(double.IsFinite) ? (slopes, failure)
            : (null, Verdict.CouldNotBeChecked(
                "Near the point that this check tries, your function is NaN or infinite, so its gradient there is "
                    + "unknown."));
    }

    /// <summary>Compares rows of numbers, one after the other, with the right numbers.</summary>
    /// <param name="parts">For each: its name, the right numbers, and those to be judged.</param>
    public static Verdict Values(params (string Name, double[] Right, Func<IEnumerable<double>?> Yours)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new Exercise<double[][]>
        {
            Cases = () => [[.. parts.Select(part => part.Right)]],
            Describe = _ => "for the example that this check tries",
            Praise = "In this example your numbers are right.",
            Parts = _ => [.. parts.Select((part, i) => new Part<double[][]>(part.Name, right => Matrix.Row(right[i])))],
        }.Judge(_ => parts.Select(part => part.Yours() is { } values ? Matrix.Row([.. values]) : null).ToArray());
    }
}

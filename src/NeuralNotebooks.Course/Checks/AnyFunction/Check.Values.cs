namespace NeuralNotebooks.Course;

public static partial class Check
{
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
            Parts = _ => [.. parts.Select((part, i) =>
                new Part<double[][]>(part.Name, right => Matrix.Row(right[i])))],
        }.Judge(_ => parts.Select(part => part.Yours() is { } values ? Row([.. values]) : null).ToArray());

        // The numbers as a row; null for an empty array, since a matrix cannot have zero columns.
        static M? Row(double[] values) => values.Length == 0 ? null : Matrix.Row(values);
    }
}

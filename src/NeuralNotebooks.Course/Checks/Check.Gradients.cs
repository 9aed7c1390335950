namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Gradients of any function, one after the other, against its central differences.</summary>
    /// <param name="parts">
    /// For each: its name, the function as a function of this one matrix, the point, and the gradient to be judged, in the shape of the point.
    /// </param>
    public static Verdict Gradients(params (string Name, Func<Matrix<double>, double> Function, Matrix<double> At, Func<Matrix<double>?> Yours)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new Exercise<Matrix<double>[]>
        {
            Cases = () => [[.. parts.Select(part => part.At)]],
            Describe = _ => "at the point that this check tries",
            Reference = at => [.. parts.Zip(at, (part, point) => new Part(part.Name, NumericGradient.Of(point, part.Function)))],
            HasMean = true,
            Praise = "Here your gradients agree with what nudging every entry finds.",
        }.Judge(_ => [.. parts.Select(part => new Part(part.Name, part.Yours()))]);
    }
}

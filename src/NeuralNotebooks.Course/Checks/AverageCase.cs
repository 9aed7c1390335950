namespace NeuralNotebooks.Course;

/// <summary>
/// Some steps of an optimizer that keeps one average of a parameter: V of Momentum, S of RMSProp.
/// The gradients are given, so that a wrong step does not change those after it.
/// </summary>
internal sealed record AverageCase(double Start, double Average, IReadOnlyList<double> Gradients, double Rate, double Beta, double Epsilon = 0)
{
    /// <summary>One step: from the parameter, its average and its gradient to the new parameter and average.</summary>
    public delegate (double W, double Average) StepRule(double w, double average, double g);

    public const string Parameter = "w";

    /// <summary>The parts of an answer: the average after each step, then the parameter after each step.</summary>
    /// <param name="average">The name of the average.</param>
    /// <param name="step">The rule.</param>
    public IReadOnlyList<Part> Run(string average, StepRule step)
    {
        double w = Start, kept = Average;
        double[] averages = new double[Gradients.Count], parameters = new double[Gradients.Count];
        for (int t = 0; t < Gradients.Count; t++)
        {
            (w, kept) = step(w, kept, Gradients[t]);
            (parameters[t], averages[t]) = (w, kept);
        }

        return [new(average, Matrix.Row(averages)), new(Parameter, Matrix.Row(parameters))];
    }

    /// <summary>"in 3 steps with g = 4, 2, −1, α = 0.1, …".</summary>
    public string Describe(string average)
    {
        string gradients = string.Join(", ", Gradients.Select(Readable.Number));
        string epsilon = Epsilon > 0 ? $", ε = {Readable.Number(Epsilon)}" : "";
        return $"in the steps with g = {gradients}, from w = {Readable.Number(Start)} and {average} = {Readable.Number(Average)}, "
            + $"with α = {Readable.Number(Rate)}, β = {Readable.Number(Beta)}{epsilon}";
    }
}

using Descent = System.Func<int, double, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, double>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string GradientDescentSignature =
        "double LossAfter(int steps, double alpha, Matrix<double> W1, Matrix<double> b1, Matrix<double> w2, Matrix<double> b2)";

    private static readonly Exercise<DescentCase> _gradientDescentExercise = new()
    {
        Cases = () => [new(Steps: 1, Alpha: 0.05), new(Steps: 2, Alpha: 0.02), new(Steps: 30, Alpha: 0.01)],
        Describe = descent => FormattableString.Invariant($"after {descent.Steps} step{(descent.Steps == 1 ? "" : "s")} with α = {descent.Alpha}"),
        Reference = descent => [Part.Number(DescentCase.Part, descent.Run(DescentCase.Right))],
        Mistakes = [.. DescentCase.Mistakes.Select(mistake => new Mistake<DescentCase>(
            DescentCase.Part, mistake.Sentence, descent => Matrix.Column(mistake.Wrong(descent)), mistake.IsNear))],
        HasMean = true,
        Praise = "The loss agrees after 1, 2 and 30 steps, with three learning rates. This is the whole of training.",
    };

    /// <summary>Notebook 03: the loss of the notebook's network after some steps of gradient descent on all four parameters.</summary>
    /// <param name="lossAfter">From the number of steps, the learning rate α, and W₁, b₁, w₂, b₂ to start with.</param>
    public static Verdict GradientDescent(Descent? lossAfter) =>
        lossAfter is null ? Signature.Differs(null, GradientDescentSignature) : _gradientDescentExercise.Judge(descent =>
        {
            TwoLayerBatch start = TwoLayerBatch.OfTheNotebook();
            return [Part.Number(DescentCase.Part, lossAfter(descent.Steps, descent.Alpha, start.W1, start.B1, start.W2, start.B2))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict GradientDescent(Delegate? lossAfter) => Signature.Differs(lossAfter, GradientDescentSignature);
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string LogisticDescentSignature =
        "(double w, double b) Train(double w, double b, Matrix<double> x, Matrix<double> y, double alpha, int steps)";

    private static readonly Exercise<UnitDescent> _logisticDescentExercise = new()
    {
        Cases = UnitDescent.Cases,
        Describe = UnitDescent.Describe,
        FailsLater = "The number of examples is written into the code. Take it from the matrix: `x.Columns`.",
        Reference = descent => Parts(descent.Run(UnitDescent.Right)),
        Starter = descent => Parts((descent.W, descent.B)),
        Mistakes =
        [
            .. UnitDescent.Mistakes.Select(mistake => new Mistake<UnitDescent>(
                UnitDescent.Weight, mistake.Sentence, descent => Matrix.Column(mistake.Wrong(descent).W), mistake.IsNear)),
            .. UnitDescent.Mistakes.Select(mistake => new Mistake<UnitDescent>(
                UnitDescent.Bias, mistake.Sentence, descent => Matrix.Column(mistake.Wrong(descent).B), mistake.IsNear)),
        ],
        HasMean = true,
        Praise = "w and b agree after 1, 3, 4 and 25 steps. The same loop with s in place of σ(s) is linear regression.",
    };

    /// <summary>Notebook 02: gradient descent on one logistic unit with one feature.</summary>
    /// <param name="train">From w and b to start with, x (1 × m), the labels y (1 × m), the learning rate α and the number of steps to the new w and b.</param>
    public static Verdict LogisticDescent(Func<double, double, Matrix<double>, Matrix<double>, double, int, (double w, double b)>? train) =>
        train is null ? Signature.Differs(null, LogisticDescentSignature)
            : _logisticDescentExercise.Judge(descent => Parts(train(descent.W, descent.B, descent.X, descent.Y, descent.Alpha, descent.Steps)));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict LogisticDescent(Delegate? train) => Signature.Differs(train, LogisticDescentSignature);

    private static Part[] Parts((double W, double B) trained) =>
        [Part.Number(UnitDescent.Weight, trained.W), Part.Number(UnitDescent.Bias, trained.B)];
}

using Train = System.Func<double, double, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, double, int,
    (double w, double b)>;

namespace NeuralNotebooks.Course.Tests;

public class LogisticDescentCheckTests
{
    /// <summary>The mutable unit of a student's loop.</summary>
    private sealed class Unit(double w, double b, Matrix<double> x, Matrix<double> y)
    {
        public double W = w, B = b;

        public Matrix<double> X => x;

        public Matrix<double> Y => y;

        public Matrix<double> P => Matrix.Sigmoid(W * x + B);

        public (double W, double B) Slopes() => ((P - y).Hadamard(x).Mean(), (P - y).Mean());

        public void Move(double w, double b)
        {
            (double dw, double db) = Slopes();
            (W, B) = (W - w * dw, B - b * db);
        }
    }

    private static Train Loop(Action<Unit, double> step, int extraSteps = 0) => (w, b, x, y, alpha, steps) =>
    {
        Unit unit = new(w, b, x, y);
        for (int i = 0; i < steps + extraSteps; i++)
            step(unit, alpha);
        return (unit.W, unit.B);
    };

    public static TheoryData<string, Train> Mutants() => new()
    {
        { "w is right. ",
            (w, b, x, y, alpha, steps) => Loop((u, α) => u.Move(α, α))(w, b, x, y, alpha, steps) with { b = 9 } },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void Each_known_mistake_is_caught_and_named(string phrase, Train mutant)
    {
        Verdict verdict = Check.LogisticDescent(mutant);
        Assert.False(verdict.IsCorrect);
        Assert.Contains(phrase, verdict.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Train> RightWays() => new()
    {
        Loop((u, α) => u.Move(α, α)),
        Loop((u, α) => u.Move((float)α, (float)α)),
        (w, b, x, y, alpha, steps) =>
        {
            for (int step = 0; step < steps; step++)
            {
                (double dw, double db) = (0, 0);
                for (int i = 0; i < x.Columns; i++)
                {
                    double e = y[0, i] - 1 / (1 + Math.Exp(-(w * x[0, i] + b)));
                    dw -= e * x[0, i] / x.Columns;
                    db -= e / x.Columns;
                }
                (w, b) = (w - alpha * dw, b - alpha * db);
            }
            return (w, b);
        },
    };

    [Theory]
    [MemberData(nameof(RightWays), DisableDiscoveryEnumeration = true)]
    public void A_right_loop_is_accepted(Train answer) =>
        Assert.Equal(VerdictState.Correct, Check.LogisticDescent(answer).State);

    [Fact]
    public void Not_a_number_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("not a finite number",
            Check.LogisticDescent((_, _, _, _, _, _) => (double.NaN, 0)).LikelyMistake, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.LogisticDescent((_, _, x, _, _, _) => (x[0, 99], 0)).State);
        Assert.Equal(VerdictState.NotYet, Check.LogisticDescent(null).State);
        Assert.Contains("`(double, double) (Matrix<double>)`",
            Check.LogisticDescent((Matrix<double> x) => (1.0, 2.0)).Message, StringComparison.Ordinal);
    }
}

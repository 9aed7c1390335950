using Train = System.Func<double, double, NeuralNotebooks.Matrix<double>, NeuralNotebooks.Matrix<double>, double, int, (double w, double b)>;

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
        { "uphill", Loop((u, α) => u.Move(-α, -α)) },
        { "Only one step is made", (w, b, x, y, alpha, steps) => Loop((u, α) => u.Move(α, α))(w, b, x, y, alpha, 1) },
        { "α times the slope, not the new value", Loop((u, α) => (u.W, u.B) = (α * u.Slopes().W, α * u.Slopes().B)) },
        { "b did not move", Loop((u, α) => u.Move(α, 0)) },
        { "w did not move", Loop((u, α) => u.Move(0, α)) },
        {
            "before the loop", (w, b, x, y, alpha, steps) =>
            {
                Unit unit = new(w, b, x, y);
                (double dw, double db) = unit.Slopes();
                for (int i = 0; i < steps; i++)
                    (unit.W, unit.B) = (unit.W - alpha * dw, unit.B - alpha * db);
                return (unit.W, unit.B);
            }
        },
        { "forgot to divide by m", Loop((u, α) => u.Move(α * u.X.Columns, α * u.X.Columns)) },
        { "1/m appears twice", Loop((u, α) => u.Move(α / u.X.Columns, α / u.X.Columns)) },
        { "factor 2", Loop((u, α) => u.Move(2 * α, 2 * α)) },
        { "too few", Loop((u, α) => u.Move(α, α), -1) },
        { "too many", Loop((u, α) => u.Move(α, α), 1) },
        { "learning rate was not used", Loop((u, _) => u.Move(1, 1)) },
        { "hard-coded as 2", Loop((u, _) => u.Move(2, 2)) },
        { "hard-coded as 0.5", Loop((u, _) => u.Move(0.5, 0.5)) },
        {
            "σ is missing", Loop((u, α) =>
            {
                Matrix<double> error = u.W * u.X + u.B - u.Y;
                (u.W, u.B) = (u.W - α * error.Hadamard(u.X).Mean(), u.B - α * error.Mean());
            })
        },
        {
            "should not be there", Loop((u, α) =>
            {
                Matrix<double> slope = (u.P - u.Y).Hadamard(u.P).Hadamard(1 - u.P);
                (u.W, u.B) = (u.W - α * slope.Hadamard(u.X).Mean(), u.B - α * slope.Mean());
            })
        },
        { "x is missing", Loop((u, α) => (u.W, u.B) = (u.W - α * u.Slopes().B, u.B - α * u.Slopes().B)) },
        { "slope of b was multiplied by x", Loop((u, α) => (u.W, u.B) = (u.W - α * u.Slopes().W, u.B - α * u.Slopes().W)) },
        { "w was updated first", Loop((u, α) => { u.Move(α, 0); u.Move(0, α); }) },
        { "b was updated first", Loop((u, α) => { u.Move(0, α); u.Move(α, 0); }) },
        { "forgets where it stood", Loop((u, α) => (u.W, u.B) = (-α * u.Slopes().W, -α * u.Slopes().B)) },
        {
            "b is missing in s", Loop((u, α) =>
            {
                Matrix<double> error = Matrix.Sigmoid(u.W * u.X) - u.Y;
                (u.W, u.B) = (u.W - α * error.Hadamard(u.X).Mean(), u.B - α * error.Mean());
            })
        },
        { "starts from w = 0", (w, b, x, y, alpha, steps) => Loop((u, α) => u.Move(α, α))(0, 0, x, y, alpha, steps) },
        { "product of means", Loop((u, α) => (u.W, u.B) = (u.W - α * u.Slopes().B * u.X.Mean(), u.B - α * u.Slopes().B)) },
        { "w is right. ", (w, b, x, y, alpha, steps) => Loop((u, α) => u.Move(α, α))(w, b, x, y, alpha, steps) with { b = 9 } },
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
    public void A_right_loop_is_accepted(Train answer) => Assert.Equal(VerdictState.Correct, Check.LogisticDescent(answer).State);

    [Fact]
    public void Not_a_number_an_exception_and_another_signature_give_a_verdict()
    {
        Assert.Contains("not a finite number", Check.LogisticDescent((_, _, _, _, _, _) => (double.NaN, 0)).LikelyMistake, StringComparison.Ordinal);
        Assert.Equal(VerdictState.CouldNotBeChecked, Check.LogisticDescent((_, _, x, _, _, _) => (x[0, 99], 0)).State);
        Assert.Equal(VerdictState.NotYet, Check.LogisticDescent(null).State);
        Assert.Contains("`(double, double) (Matrix<double>)`", Check.LogisticDescent((Matrix<double> x) => (1.0, 2.0)).Message, StringComparison.Ordinal);
    }
}

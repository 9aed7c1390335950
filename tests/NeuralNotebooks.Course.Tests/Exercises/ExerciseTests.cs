namespace NeuralNotebooks.Course.Tests;

public class ExerciseTests
{
    private static Exercise<double> Doubling(double seconds) => new()
    {
        Cases = () => [1, 2.5],
        Describe = x => $"for x = {x}",
        Parts = [new("2x", x =>
            2 * x) { { "That is x itself.", x => Matrix.Column(x) }, { "That is 2.", _ => Matrix.Column(2) } }],
        Praise = "Twice x.",
        TimeLimit = TimeSpan.FromSeconds(seconds),
    };

    private static Verdict Judge(Func<double, double> answer, double seconds = 100) =>
        Doubling(seconds).Judge(x => answer(x));

    [Fact]
    public void A_right_answer_is_praised() => Assert.Equal("Correct. Twice x.", Judge(x => x + x).ToString());

    [Fact]
    public void A_mistake_is_named_only_when_it_explains_every_case()
    {
        Assert.Equal("That is x itself.", Judge(x => x).LikelyMistake);
        Assert.Null(Judge(x => x * x * x).LikelyMistake);
    }

    [Fact]
    public void What_is_right_by_coincidence_in_one_case_fails_in_the_next()
    {
        Verdict verdict = Judge(x => 2);
        verdict.Message.ShouldContain("right for x = 1, but not for x = 2.5");
        Assert.Equal("That is 2.", verdict.LikelyMistake);
    }

    [Fact]
    public void A_check_returns_even_if_the_code_does_not()
    {
        bool released = false;
        Matrix<double> A = Matrix.Filled(20, 20, 0.05);
        Verdict verdict = Judge(x =>
        {
            while (!Volatile.Read(ref released))
                A *= A;
            return A.Sum();
        }, seconds: 0.2);
        Volatile.Write(ref released, true);
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        verdict.Message.ShouldContain("did not finish");
    }

    [Fact]
    public void Code_that_waits_forever_is_woken()
    {
        using var woken = new ManualResetEventSlim();
        Verdict verdict = Judge(x =>
        {
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException)
            {
                woken.Set();
            }

            return x;
        }, seconds: 0.2);
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        Assert.True(woken.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    public static TheoryData<Func<double, double>, VerdictState, string> Throwing() => new()
    {
        { _ => throw new OperationCanceledException("stop"),
            VerdictState.CouldNotBeChecked, "OperationCanceledException" },
        { _ => ((Matrix<double>)null!)[0, 0], VerdictState.CouldNotBeChecked, "`null`" },
        { _ => Array.Empty<double>()[1], VerdictState.CouldNotBeChecked, "count from 0" },
        { _ => Matrix.Row(1, 2)[1, 1], VerdictState.CouldNotBeChecked, "count from 0" },
        { _ => (Matrix.Row(1, 2) * Matrix.Row(1, 2)).Sum(), VerdictState.CouldNotBeChecked, "A transpose is missing" },
    };

    [Theory]
    [MemberData(nameof(Throwing), DisableDiscoveryEnumeration = true)]
    public void An_exception_becomes_a_verdict(Func<double, double> answer, VerdictState state, string phrase)
    {
        Verdict verdict = Judge(answer);
        Assert.Equal(state, verdict.State);
        verdict.ToString().ShouldContain(phrase);
    }

    [Fact]
    public void A_mistake_in_the_first_case_is_judged_before_an_exception_in_the_second() =>
        Assert.Equal("yours 7, expected 2",
            Judge(x => x == 1 ? 7 : throw new InvalidOperationException()).FirstDifference);

    [Fact]
    public void An_exception_in_the_second_case_says_that_the_first_passed()
    {
        Verdict verdict = Judge(x => x == 1 ? 2 : throw new InvalidOperationException("odd"));
        verdict.Message.ShouldStartWith("Right for the first case, but not for x = 2.5.");
    }

    [Fact]
    public void The_answer_sees_the_culture_of_its_caller()
    {
        string? seen = null;
        Judge(x =>
        {
            seen = Thread.CurrentThread.CurrentCulture.Name;
            return x;
        });
        Assert.Equal(Thread.CurrentThread.CurrentCulture.Name, seen);
    }

    [Fact]
    public void An_answer_that_grows_with_each_call_is_reported()
    {
        double sum = 0;
        Verdict verdict = Judge(x => sum += 2 * x);
        Assert.Equal(VerdictState.NotYet, verdict.State);
        verdict.LikelyMistake.ShouldContain("keeps state between calls");
    }

    [Fact]
    public void An_answer_that_is_right_only_the_first_time_is_not_accepted()
    {
        int calls = 0;
        Verdict verdict = Judge(x => ++calls > 2 ? throw new InvalidOperationException("used up") : 2 * x);
        Assert.Equal(VerdictState.Almost, verdict.State);
        verdict.Message.ShouldContain("not again");
    }

    [Fact]
    public void A_random_answer_is_reported()
    {
        var random = new Random(1);
        Judge(x => 2 * x + random.NextDouble()).LikelyMistake.ShouldContain("random numbers");
    }

    private static readonly Exercise<double[]> _powers = new()
    {
        Cases = () => [[1, 2], [3, 4, 5]],
        Describe = x => $"for {x.Length} numbers",
        Parts = [new("x²", x => Power(x, 2)), new("x³", x => Power(x, 3))],
        Praise = "Both powers.",
    };

    private static Matrix<double> Power(double[] x, int n) => Matrix.Column([.. x.Select(v => Math.Pow(v, n))]);

    [Fact]
    public void Parts_in_the_wrong_order_are_recognised()
    {
        Verdict verdict = _powers.Judge(x => (Power(x, 3), Power(x, 2)));
        Assert.Equal(VerdictState.Almost, verdict.State);
        verdict.Message.ShouldContain("x² and x³ are swapped");
    }

    [Fact]
    public void One_matrix_may_hold_all_answers_in_turn()
    {
        Matrix<double> shared = Matrix.Zeros<double>(1, 1);
        Verdict verdict = Doubling(seconds: 100).Judge(x =>
        {
            shared[0, 0] = 2 * x;
            return shared;
        });
        Assert.True(verdict.IsCorrect);
    }

    [Fact]
    public void Overwritten_inputs_are_mentioned_and_do_no_harm()
    {
        Verdict verdict = _powers.Judge(x =>
        {
            Matrix<double> cubes = Power(x, 3);
            for (int i = 0; i < x.Length; i++)
                x[i] *= x[i];
            return (Matrix.Column(x), cubes);
        });
        Assert.True(verdict.IsCorrect);
        verdict.Message.ShouldContain("work on a copy");
        Assert.Equal("Both powers.", _powers.Judge(x => (Power(x, 2), Power(x, 3))).Message);
    }

    [Fact]
    public void NaN_is_mentioned_even_if_another_entry_differs_first()
    {
        Verdict verdict = _powers.Judge(x => (x.Select((v, i) => i == 0 ? 7 : double.NaN).ToArray(), (object?)null));
        Assert.Equal("[0, 0]: yours 7, expected 1", verdict.FirstDifference);
        verdict.LikelyMistake.ShouldContain("not a finite number");
    }

    [Fact]
    public void An_exception_in_a_parallel_loop_is_the_one_that_was_thrown_there() =>
        Assert.Contains("count from 0", Judge(x =>
        {
            Parallel.For(0, 2, i => Array.Empty<double>()[i] = x);
            return x;
        }).LikelyMistake, StringComparison.Ordinal);

    [Fact]
    public void A_mistake_whose_shapes_do_not_fit_in_a_case_is_not_the_one()
    {
        Exercise<Matrix<double>> squares = new()
        {
            Cases = () => [Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), Matrix.Row(1, 2)],
            Describe = x => $"for {x.Rows} rows",
            Parts = [new("XXᵀ", x => x * x.T) { { "The transpose is missing.", x => x * x } }],
            Praise = "Right.",
        };
        Assert.Null(squares.Judge(x => x.Rows == 2 ? x * x : x).LikelyMistake);
    }
}

namespace NeuralNotebooks.Course.Tests;

/// <summary>Verdicts.approved.txt has the verdicts of an exercise on these answers.</summary>
public class ExerciseTests
{
    private static Exercise<double> Doubling(double seconds) => new()
    {
        Cases = () => [1, 2.5],
        Describe = x => $"for x = {x}",
        Parts = x => [new("2x", x => 2 * x) { { "That is x itself.", x }, { "That is 2.", 2 } }],
        Praise = "Twice x.",
        TimeLimit = TimeSpan.FromSeconds(seconds),
    };

    private static readonly Exercise<double[]> _powers = new()
    {
        Cases = () => [[1, 2], [3, 4, 5]],
        Describe = x => $"for {x.Length} numbers",
        Parts = x => [new("x²", x => Power(x, 2)), new("x³", x => Power(x, 3))],
        Praise = "Both powers.",
    };

    private static readonly Exercise<M> _squares = new()
    {
        Cases = () => [Matrix.Of(new double[,] { { 1, 2 }, { 3, 4 } }), Matrix.Row(1, 2)],
        Describe = x => $"for {x.Rows} rows",
        Parts = x => [new("XXᵀ", x => x * x.T) { { "The transpose is missing.", () => x * x } }],
        Praise = "Right.",
    };

    private static readonly Dictionary<string, Func<Verdict>> _answers = new()
    {
        ["a right answer"] = () => Judge(x => x + x),
        ["a known mistake"] = () => Judge(x => x),
        ["no known mistake"] = () => Judge(x => x * x * x),
        ["right by coincidence in one case"] = () => Judge(_ => 2),
        ["a known mistake whose shapes do not fit in a case"] = () => _squares.Judge(x => x.Rows == 2 ? x * x : x),

        ["an exception"] = () => Judge(_ => throw new OperationCanceledException("stop")),
        ["a null"] = () => Judge(_ => ((M)null!)[0, 0]),
        ["an index outside of an array"] = () => Judge(_ => Array.Empty<double>()[1]),
        ["an index outside of a matrix"] = () => Judge(_ => Matrix.Row(1, 2)[1, 1]),
        ["shapes that do not fit"] = () => Judge(_ => (Matrix.Row(1, 2) * Matrix.Row(1, 2)).Sum()),
        ["an exception in a parallel loop"] = () => Judge(x =>
        {
            Parallel.For(0, 2, i => Array.Empty<double>()[i] = x);
            return x;
        }),
        ["a mistake in the first case, an exception in the second"] = () =>
            Judge(x => x == 1 ? 7 : throw new InvalidOperationException()),
        ["an exception in the second case"] = () =>
            Judge(x => x == 1 ? 2 : throw new InvalidOperationException("odd")),

        ["an answer that grows with each call"] = () =>
        {
            double sum = 0;
            return Judge(x => sum += 2 * x);
        },
        ["an answer that is right only the first time"] = () =>
        {
            int calls = 0;
            return Judge(x => ++calls > 2 ? throw new InvalidOperationException("used up") : 2 * x);
        },
        ["a random answer"] = () =>
        {
            var random = new Random(1);
            return Judge(x => 2 * x + random.NextDouble());
        },
        ["one matrix for all answers in turn"] = () =>
        {
            M shared = Matrix.Zeros<double>(1, 1);
            return Doubling(seconds: 100).Judge(x =>
            {
                shared[0, 0] = 2 * x;
                return shared;
            });
        },

        ["both parts"] = () => _powers.Judge(x => (Power(x, 2), Power(x, 3))),
        ["parts in the wrong order"] = () => _powers.Judge(x => (Power(x, 3), Power(x, 2))),
        ["overwritten inputs"] = () => _powers.Judge(x =>
        {
            M cubes = Power(x, 3);
            for (int i = 0; i < x.Length; i++)
                x[i] *= x[i];
            return (Matrix.Column(x), cubes);
        }),
        ["NaN after another wrong entry, and a missing part"] = () =>
            _powers.Judge(x => (x.Select((v, i) => i == 0 ? 7 : double.NaN).ToArray(), (object?)null)),
    };

    public static TheoryData<string> Answers => [.. _answers.Keys];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_gets_its_verdict(string answer) =>
        ApprovedTexts.Check("Exercises/Verdicts", answer, $"{_answers[answer]().OnStep(3)}\n");

    [Fact]
    public void A_check_returns_even_if_the_code_does_not()
    {
        bool released = false;
        M A = Matrix.Filled(20, 20, 0.05);
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
    public void Code_that_waits_forever_is_interrupted()
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
        woken.Wait(TestContext.Current.CancellationToken);
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

    private static Verdict Judge(Func<double, double> answer, double seconds = 100) =>
        Doubling(seconds).Judge(x => answer(x));

    private static M Power(double[] x, int n) => Matrix.Column([.. x.Select(v => Math.Pow(v, n))]);
}

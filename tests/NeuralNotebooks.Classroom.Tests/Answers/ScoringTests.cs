using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Classroom.Tests.Answers;

public class ScoringTests
{
    private static readonly double[] _reference = [1, 2, 3, 4];

    [Fact]
    public void The_points_are_those_of_the_probes_that_pass() =>
        Prop.ForAll(
                Gen.Choose(0, 15).ToArbitrary(),
                Gen.Choose(1, 12).ToArbitrary(),
                (passing, points) =>
                {
                    Probe[] probes =
                    [
                        .. _reference.Select(
                            (_, i) => new Probe($"probe {i}", "", new Points(points, 3) / (i + 1))
                        ),
                    ];
                    double[] answers = [.. _reference.Select((number, i) => (passing >> i & 1) == 1 ? number : -17)];
                    Points expected = probes
                        .Where((_, i) => (passing >> i & 1) == 1)
                        .Aggregate(default(Points), (sum, probe) => sum + probe.Points);

                    TaskScore score = Scoring.Of(probes, Answers(_reference), [], Answers(answers));

                    return score.Points == expected && score.Passed == int.PopCount(passing);
                }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_student_reads_one_line_and_two_types_of_exceptions_whatever_the_code_throws()
    {
        NoAnswer[] thrown =
        [
            new(NoAnswerReason.Threw, "System.DivideByZeroException", 7),
            new(NoAnswerReason.Threw, "System.ArgumentException", 8),
            new(NoAnswerReason.Threw, "System.FormatException", 7),
            new(NoAnswerReason.Threw, "System.ArgumentException"),
        ];

        TaskScore score = Score([], thrown);

        Assert.Equal(
            [
                "DivideByZeroException was thrown at line 7 of your cell",
                "ArgumentException was thrown",
                "an exception was thrown at line 7 of your cell",
                "ArgumentException was thrown",
            ],
            score.ForStudent().Select(difference => difference.Sentence)
        );
    }

    [Fact]
    public void All_shares_of_a_task_together_are_its_points()
    {
        Probe[] probes =
        [
            .. _reference.Select(
                (_, i) => new Probe($"probe {i}", "", new Points(7, 1) / _reference.Length)
            ),
        ];

        Assert.Equal(new Points(7, 1), Scoring.Of(probes, Answers(_reference), [], Answers(_reference)).Points);
    }

    [Theory]
    [InlineData(new double[] { 9, 2, 3, 4 }, "first")] // Loses exactly what this mistake loses.
    // All that this mistake loses; "first" alone does not explain enough.
    [InlineData(new double[] { 9, 2, 8, 4 }, "first and third")]
    // A part of two mistakes: both are possible.
    [InlineData(new double[] { 1, 2, 8, 4 }, "first and third", "third and fourth")]
    [InlineData(new double[] { 9, 7, 3, 4 }, "first", "second")] // Two mistakes at once.
    [InlineData(new double[] { 9, 5, 3, 4 })] // No mistake gives the second answer.
    [InlineData(new double[] { 1, 2, 3, 4 })] // Nothing is lost.
    public void The_mistakes_that_explain_every_lost_probe_are_named(double[] answers, params string[] sentences)
    {
        MistakeAnswers[] mistakes =
        [
            new("first", Answers(9, 2, 3, 4)),
            new("second", Answers(1, 7, 3, 4)),
            new("first and third", Answers(9, 2, 8, 4)),
            new("third and fourth", Answers(1, 2, 8, 6)),
        ];

        Assert.Equal(sentences, Score(mistakes, Answers(answers)).Mistakes);
    }

    [Fact]
    public void A_mistake_that_throws_explains_the_same_exception()
    {
        NoAnswer thrown = new(NoAnswerReason.Threw, "System.IndexOutOfRangeException", 2);
        Answer[] answers = [thrown, .. Answers(2, 3, 4)];
        MistakeAnswers mistake = new("counts from 1", answers);

        Assert.Equal(["counts from 1"], Score([mistake], answers).Mistakes);
        Assert.Empty(
            Score(
                [mistake],
                [new NoAnswer(NoAnswerReason.Threw, "System.FormatException", 2), .. Answers(2, 3, 4)]
            ).Mistakes
        );
    }

    [Fact]
    public void A_wider_tolerance_passes_what_a_narrow_one_does_not()
    {
        Answer[] reference = Answers(1), answers = Answers(1.001);

        Assert.Equal(0, Scoring.Of([new Probe("a", "", 1, 1e-6, false)], reference, [], answers).Passed);
        Assert.Equal(1, Scoring.Of([new Probe("a", "", 1, 1e-2, false)], reference, [], answers).Passed);
    }

    private static TaskScore Score(IReadOnlyList<MistakeAnswers> mistakes, IReadOnlyList<Answer> answers) =>
        Scoring.Of(
            [.. _reference.Select((_, i) => new Probe($"probe {i}", "", 1))],
            Answers(_reference),
            mistakes,
            answers
        );

    private static Answer[] Answers(params double[] numbers) => [.. numbers.Select(number => new NumberAnswer(number))];
}

using FsCheck;
using FsCheck.Fluent;

namespace NeuralNotebooks.Classroom.Tests.Scores;

public class ScoringTests
{
    private const string Facts = "Scores/Scores";

    private static readonly double[] _reference = [1, 2, 3, 4];

    [Fact]
    public void The_points_are_those_of_the_probes_that_pass() =>
        Prop.ForAll(
                Gen.Choose(0, 15).ToArbitrary(),
                Gen.Choose(1, 12).ToArbitrary(),
                (passing, points) =>
                {
                    Probe[] probes =
                        [.. _reference.Select((_, i) => new Probe($"probe {i}", "", (Points)points / 3 / (i + 1)))];
                    double[] answers = [.. _reference.Select((number, i) => (passing >> i & 1) == 1 ? number : -17)];
                    decimal exact = probes.Where((_, i) => (passing >> i & 1) == 1).Sum(probe => probe.Points.Exact);
                    Points expected = Math.Round(exact, 10);

                    TaskScore score = Score(probes, _reference, answers);

                    return score.Points == expected && score.Passed == int.PopCount(passing);
                }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_factor_that_several_single_numbers_share_is_named()
    {
        Probe[] probes = [.. _reference.Select((_, i) => new Probe($"probe {i}", "", 1))];

        string Kinds(params double[] answers) =>
            string.Join(' ', Score(probes, _reference, answers).Differences.Select(lost => lost?.Kind));

        Assert.Equal("Scale Scale Scale Scale", Kinds(2, 4, 6, 8));
        Assert.Equal("Value Value Value Value", Kinds(2, 4, 6, 9));
        Assert.Equal(" Value Value Value", Kinds(1, 4, 6, 8));
        Assert.Equal("Value Value Value Value", Kinds(0, 0, 0, 0));
    }

    /// <summary>A line with @ has the expected answers, and lines with &gt; have mistakes and their answers. A line
    /// with $ has a student's answers. Below it are the differences of the lost probes and the mistakes that explain
    /// them.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_student_reads_of_a_score(string fact)
    {
        string expected = "";
        List<MistakeValues> mistakes = [];
        ApprovedTexts.Answer(Facts, fact, saying =>
        {
            string[] parts = saying.Text.Split(": ", 2);
            if (saying.Kind == '@')
                expected = saying.Text;
            else if (saying.Kind == '>')
                mistakes.Add(GradedClass.Mistake(parts[0],
                    [.. GradedClass.Task("f", $"{expected} ~ {parts[1]}").Probes.Select(probe => probe.Actual)]));
            else
            {
                JudgedTask task = GradedClass.Task("f", $"{expected} ~ {saying.Text}") with { Mistakes = mistakes };
                TaskScore score = task.Score();
                return string.Concat(score.ForStudent().Select(difference => $"{difference.Sentence}\n")
                    .Concat(score.Mistakes.Select(sentence => $"likely: {sentence}\n")));
            }
            return null;
        });
    }

    private static TaskScore Score(Probe[] probes, double[] reference, double[] answers) =>
        GradedClass.Submission("ada", 1, probes, reference, answers).Tasks[0].Score();
}

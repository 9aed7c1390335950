namespace NeuralNotebooks.Classroom.Tests.Grading;

public sealed class DueDatesTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Theory]
    [InlineData("2026-11-30 23:59:00 UTC", "2026-11-30 23:59", 0)]
    [InlineData("2026-11-30 23:59:01 UTC", "2026-11-30 23:59", 1)]
    [InlineData("2026-12-02 00:00:00 UTC", "2026-11-30 23:59", 2)]
    [InlineData("2026-11-30 23:59:59 UTC", "2026-11-30", 0)] // A date lasts until its end.
    [InlineData("2026-11-30 23:30:00 UTC", "2026-11-30 23:59 +0100", 1)]
    [InlineData("2026-11-30 22:58:59.5 UTC", "2026-11-30 23:59 Europe/Berlin", 0)]
    [InlineData("2026-11-30 22:59:30 UTC", "2026-11-30 23:59 Europe/Berlin", 1)]
    [InlineData("", "2026-11-30", 0)]
    [InlineData("yesterday", "2026-11-30", 0)]
    public void Each_day_begun_costs_the_penalty(string submitted, string due, int days)
    {
        Assert.SkipUnless(
            !due.Contains('/') || TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _),
            "The system knows no time zones."
        );
        _class.File("due.csv", $"assignment,student,due,penalty\nA1,,{due},0.5\n");

        SubmissionGrade grade = Grade("ada", submitted);

        Assert.Equal(0.5m * days, (decimal)(double)grade.Penalty);
        Assert.Equal(due, grade.Due);
        Assert.Equal(
            days == 0 ? "" : $"It was due {due}, and is {days} day{(days == 1 ? "" : "s")} late.",
            grade.Comment
        );
    }

    [Fact]
    public void A_part_of_the_points_is_taken_of_those_of_the_assignment_and_a_score_stays_above_0()
    {
        _class.File("due.csv", "assignment,student,due,penalty\n,,2026-11-30,12.5%\n");

        Assert.Equal((1m, 3m), Of(Grade("ada", "2026-12-02 10:00:00 UTC")));
        Assert.Equal(0m, Of(Grade("ada", "2026-12-30 10:00:00 UTC")).Score);

        static (decimal Penalty, decimal Score) Of(SubmissionGrade grade) =>
            ((decimal)(double)grade.Penalty, (decimal)(double)grade.Score!.Value);
    }

    [Fact]
    public void A_student_may_have_an_extension_and_a_time_that_the_platform_names()
    {
        _class.File(
            "due.csv",
            "assignment,student,due,penalty,submitted\nA1,,2026-11-30,1,\nA1,ada,2026-12-05,,\n"
                + "A1,bob,,,2026-12-02 08:00\n"
        );

        Assert.Equal(default, Grade("ada", "2026-12-05 12:00:00 UTC").Penalty);
        Assert.Equal(1m, Grade("ada", "2026-12-06 12:00:00 UTC").Penalty);
        Assert.Equal(2m, Grade("bob", "").Penalty);
        Assert.Equal(2m, Grade("bob", "2026-11-01 12:00:00 UTC").Penalty);
    }

    [Theory]
    [InlineData("30.11.2026,1", "expected a time, such as 2026-11-30 23:59 Europe/Berlin, and not 30.11.2026.")]
    [InlineData("2026-11-30 Middle/Earth,1", "and not 2026-11-30 Middle/Earth.")]
    [InlineData("2026-11-30,half", "expected points for each day, such as 1.5, or a part of them, such as 10%")]
    public void What_is_neither_a_time_nor_points_is_named(string row, string problem)
    {
        _class.File("due.csv", $"assignment,student,due,penalty\nA1,,{row}\n");

        Assert.Throws<FormatException>(() => DueDates.Read(_class.Path)).Message.ShouldContain(problem);
    }

    /// <summary>The grade of a submission that has 4 of 4 points.</summary>
    private SubmissionGrade Grade(string student, string submitted)
    {
        GradedSubmission all = _class.Add(student, GradedClass.Task("gate", [1, 2, 3, 4], [1, 2, 3, 4]));
        return Adjustments.Read(_class.Path).Of(all with { Timestamp = submitted });
    }
}

namespace NeuralNotebooks.Classroom.Tests.Grading;

public sealed class TeacherValuesTests(JudgeFixture fixture)
{
    [Fact]
    public async Task A_reference_that_could_not_be_judged_is_judged_again_for_the_next_submission()
    {
        TestTask task = new("twice", "double Twice(double x) => 2 * x;", ["Twice(3)"]);
        AssignmentSource source = fixture.Source([], task);
        TeacherValues values = new(source, fixture.Judge, fixture.Options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask(new CancellationToken(canceled: true)));
        KeyedValues known = await Ask(TestContext.Current.CancellationToken);

        Assert.Equal("6", ValueText.Of(Assert.Single(known.Values)));

        Task<KeyedValues> Ask(CancellationToken cancellation) =>
            values.SolutionAsync(source.Tasks[0], "ada", stored: null, cancellation);
    }
}

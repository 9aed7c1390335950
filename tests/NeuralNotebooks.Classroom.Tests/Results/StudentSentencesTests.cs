namespace NeuralNotebooks.Classroom.Tests.Results;

public sealed class StudentSentencesTests : GradedTests
{
    [Theory]
    [InlineData("y is forgotten")]
    [InlineData("y is forgotten.")]
    public void The_sentence_of_a_mistake_ends_in_one_full_stop(string sentence) =>
        Assert.Contains("Likely: y is forgotten.", Sentences([1], [2], GradedClass.Mistake(sentence, 2)));

    [Fact]
    public void Each_of_several_possible_mistakes_has_no_full_stop_of_its_own() =>
        Assert.Contains(
            "Possible: a is 0; or b is 0.",
            Sentences([1], [2], GradedClass.Mistake("a is 0.", 2), GradedClass.Mistake("b is 0.", 2)));

    private IReadOnlyList<string> Sentences(object[] expected, object[] actual, params MistakeValues[] mistakes)
    {
        JudgedSubmission submission = Class.Add("ada", GradedClass.Task("gate", expected, actual, mistakes));
        return StudentSentences.Of(Adjustments.Read(Class.Path).GradeOf(submission).Tasks[0]);
    }
}

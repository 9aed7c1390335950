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

    [Fact]
    public void A_mistake_that_would_have_lost_more_probes_is_not_named_beside_one_that_would_not() =>
        Assert.Contains(
            "Likely: near.",
            Sentences([1, 2, 3], [9, 2, 3], GradedClass.Mistake("near", 9, 2, 8), GradedClass.Mistake("far", 9, 7, 8)));

    [Fact]
    public void Of_two_mistakes_that_explain_an_answer_together_those_are_named_that_fit_it_best() =>
        Assert.Contains(
            "Possible: one; or near.",
            Sentences(
                [1, 2, 3, 4], [9, 8, 3, 4],
                GradedClass.Mistake("one", 9, 2, 3, 4), GradedClass.Mistake("far", 1, 8, 0, 0),
                GradedClass.Mistake("near", 1, 8, 3, 4)));

    private IReadOnlyList<string> Sentences(object[] expected, object[] actual, params MistakeValues[] mistakes)
    {
        JudgedSubmission submission = Class.Add("ada", GradedClass.Task("gate", expected, actual, mistakes));
        return StudentSentences.Of(Adjustments.Read(Class.Path).Of(submission).Tasks[0]);
    }
}

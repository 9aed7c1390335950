namespace NeuralNotebooks.Course;

/// <summary>Shows the hint of a verdict in steps. The first time, a verdict only says where the answer is wrong; the
/// second time in a session also what kind of mistake it is; then how to correct it.</summary>
internal static class HintSteps
{
    /// <summary>The same verdict with the next step of its hint. A verdict that the answer could not be checked is
    /// explained at once.</summary>
    public static Verdict Next(Verdict verdict) =>
        verdict.LikelyMistake is null || verdict.State == CouldNotBeChecked
            ? verdict
            : verdict.OnStep(CourseSession.Current.GivenHints.AddOrUpdate(
                (verdict.Message, verdict.LikelyMistake), 1, (_, times) => times + 1));
}

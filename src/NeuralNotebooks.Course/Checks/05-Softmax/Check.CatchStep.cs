namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 05: a flower and a rate at which every known mistake of a step of SGD shows.</summary>
    /// <param name="flower">Its index among the 150; below 0 as long as none is chosen.</param>
    /// <param name="α">The learning rate.</param>
    public static Verdict CatchStep(int flower, double α) =>
        flower < 0 ? Verdict.NotBegun()
        : flower >= 150 ? Verdict.CouldNotBeChecked("There are 150 flowers: 0 to 149.")
        : !(α > 0) ? Verdict.CouldNotBeChecked("α must be above 0: without a step nothing can be compared.")
        : MutationTest.Judge(
            () => new SgdCase(SoftmaxBatch.OfFlowers(flower), α),
            c => c.Parts,
            "A flower that switches a unit on, an answer that is not yet certain, and a rate other than 1.");
}

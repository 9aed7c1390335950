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

    /// <summary>A batch of one example, the rate, and the weights at which the gradients are computed.</summary>
    private sealed record SgdCase(SoftmaxBatch Batch, double α)
    {
        public TwoLayerBatch At { get; init; } = Batch;

        public TwoLayerBatch Moved => Batch.Moved(α);

        public Part<SgdCase>[] Parts =>
        [
            Updated("W¹", "Subtract α times its gradient.", b => b.W1, b => b.DW1),
            Updated("b¹", "Biases are parameters as well: update them like the weights.", b => b.B1, b => b.DB1),
            Updated("W²", "Subtract α times its gradient.", b => b.W2, b => b.DW2),
            Updated("b²", "Biases are parameters as well: update them like the weights.", b => b.B2, b => b.DB2),
        ];

        private Part<SgdCase> Updated(string name, string ifNot, Func<TwoLayerBatch, M> old,
            Func<TwoLayerBatch, M> gradient) =>
            new(name, c => old(c.Batch) - c.α * gradient(c.At))
            {
                { ($"{name} has not changed.", ifNot), this with { α = 0 }, NotYet },
                { ("This step goes uphill:", "the gradient points towards a larger loss. Subtract it."),
                    this with { α = -α } },
                { ("The learning rate α is missing:", "you subtract the whole gradient."), this with { α = 1 } },
                { ("This is the change alone.", "Add it to the old value."), -α * gradient(Batch) },
                { ("This is the gradient, not the new value:", "subtract α times it from the old one."),
                    gradient(Batch) },
                { "The step is taken twice.", this with { α = 2 * α } },
                { ("You divide the rate by something:",
                    "one step is −α times the gradient, which is the mean over the batch already."),
                    this with { α = α / Batch.X.Rows } },
                { ("This gradient was worked out after the second layer had been changed.",
                    "Work out all four gradients first, then make the updates."),
                    this with { At = Batch with { W2 = Moved.W2, B2 = Moved.B2 } } },
                { ("This gradient was worked out after the first layer had been changed.",
                    "Work out all four gradients first, then make the updates."),
                    this with { At = Batch with { W1 = Moved.W1, B1 = Moved.B1 } } },
            };
    }
}

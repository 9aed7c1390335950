namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DescentCase> _gradientDescent = new()
    {
        Cases = () => [new(Steps: 1, α: 0.05), new(Steps: 2, α: 0.02), new(Steps: 30, α: 0.01)],
        Describe = d => $"after {TextOf.Count(d.Steps, "step")} with α = {d.α}",
        Praise = "The loss agrees after 1, 2 and 30 steps, with three learning rates. This is the whole of training.",
        Parts = d => d.Parts,
    };

    /// <summary>Notebook 03: the loss of the notebook's network after some steps of gradient descent on all four
    /// parameters.</summary>
    /// <param name="lossAfter">From the number of steps, the learning rate α, and W₁, b₁, w₂, b₂ to start with.</param>
    public static Verdict GradientDescent(Func<int, double, M, M, M, M, double> lossAfter) =>
        _gradientDescent.Judge(d => lossAfter(d.Steps, d.α, d.Start.W1, d.Start.B1, d.Start.W2, d.Start.B2));

    /// <summary>Some steps of gradient descent on the network of notebook 03.</summary>
    private sealed record DescentCase(int Steps, double α)
    {
        public TwoLayerBatch Start { get; } = TwoLayerBatch.OfTheNotebook();

        /// <summary>The network that the next step starts from, given the network before and after a step.</summary>
        public Func<TwoLayerBatch, TwoLayerBatch, TwoLayerBatch> Then { get; init; } = (_, now) => now;

        public double Loss => Enumerable.Range(0, Steps).Aggregate(Start, (old, _) => Then(old, old.Moved(α))).Loss;

        public TwoLayerBatch OutputLayerFirst(TwoLayerBatch old, TwoLayerBatch now)
        {
            TwoLayerBatch late = (old with { W2 = now.W2, Delta2 = old.Delta2 }).Moved(α);
            return now with { W1 = late.W1, B1 = late.B1 };
        }

        public TwoLayerBatch HiddenLayerFirst(TwoLayerBatch old, TwoLayerBatch now)
        {
            TwoLayerBatch late = (old with { W1 = now.W1, B1 = now.B1 }).Moved(α);
            return now with { W2 = late.W2, B2 = late.B2 };
        }

        public Part<DescentCase>[] Parts => [new("The loss", d => d.Loss)
        {
            { ("You stepped uphill.", "The gradient points to where L grows: subtract α times it."),
                this with { α = -α } },
            { ("No step was made:", "this is the loss at the start."), this with { Steps = 0 }, NotYet },
            { ("Only one step is made, whatever `steps` says:", "the loop is missing, or a `return` stands inside it."),
                this with { Steps = 1 } },
            { "One step too few.", this with { Steps = Steps - 1 } },
            { "One step too many.", this with { Steps = Steps + 1 } },
            { ("The biases did not move:", "b₁ and b₂ have gradients too."),
                this with { Then = (old, now) => now with { B1 = old.B1, B2 = old.B2 } } },
            { "b₁ did not move.", this with { Then = (old, now) => now with { B1 = old.B1 } } },
            { "b₂ did not move.", this with { Then = (old, now) => now with { B2 = old.B2 } } },
            { "W₁ did not move.", this with { Then = (old, now) => now with { W1 = old.W1 } } },
            { "w₂ did not move.", this with { Then = (old, now) => now with { W2 = old.W2 } } },
            { ("The hidden layer did not move:", "update W₁ and b₁ as well."),
                this with { Then = (old, now) => now with { W1 = old.W1, B1 = old.B1 } } },
            { ("The output layer did not move:", "update w₂ and b₂ as well."),
                this with { Then = (old, now) => now with { W2 = old.W2, B2 = old.B2 } } },
            { ("The learning rate was not used:", "multiply each gradient by `alpha`."), this with { α = 1 } },
            { ("The gradient was divided by m again.", "It has 1/m already, from the loss."),
                this with { α = α / Start.Examples } },
            { ("α is hard-coded as 0.05:", "use `alpha`."), this with { α = 0.05 } },
            { ("The gradient of the start was used in every step.",
                "It changes with every step: compute it inside the loop."), this with { α = Steps * α, Steps = 1 } },
            { ("The output layer was updated first, and the gradient of the hidden layer computed with the new w₂.",
                "All gradients belong to the same point: compute all four, then update."),
                this with { Then = OutputLayerFirst } },
            { ("The hidden layer was updated first, and the gradient of the output layer computed at the new point.",
                "All gradients belong to the same point: compute all four, then update."),
                this with { Then = HiddenLayerFirst } },
        }];
    }
}

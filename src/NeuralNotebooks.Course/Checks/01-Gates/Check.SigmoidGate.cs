namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<SigmoidCase> _sigmoidGate = new()
    {
        Cases = () => [new(0.5, 2), new(0.9, -3), new(0.25, 0.5), new(0.01, 10)],
        Describe = c => $"for z = {c.z}, dz = {c.dz}",
        Praise = "Right everywhere. The gate needs only its output: with z kept from the forward pass, the backward "
            + "pass computes no exponential.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 01: the backward pass of z = σ(x), from the output z.</summary>
    /// <param name="backward">From the output z and ∂L/∂z, the gradient that arrives, to ∂L/∂x = ∂L/∂z · z(1 −
    /// z).</param>
    public static Verdict SigmoidGate(Func<double, double, double> backward) =>
        _sigmoidGate.Judge(c => backward(c.z, c.dz));

    /// <summary>Notebook 01: a test of σ's backward pass, tried on the right one and on all known mistakes.</summary>
    /// <param name="test">Whether a function from z and ∂L/∂z to ∂L/∂x can be trusted.</param>
    public static Verdict CatchSigmoid(Func<Func<double, double, double>, bool> test)
    {
        bool isCalled = false, isStarter = false;
        Verdict verdict = MutationTest.Judge(
            candidate =>
            {
                bool isAccepted = test(candidate);
                isStarter |= isAccepted && !isCalled;
                return isAccepted;
            },
            (z, dz) =>
            {
                isCalled = true;
                return z * (1 - z) * dz;
            },
            [.. new SigmoidCase(0, 0).Parts[0].Select((mistake, k) => (mistake.Hint,
                (Func<double, double, double>)((z, dz) => new SigmoidCase(z, dz).Parts[0][k].Wrong()[0, 0])))],
            "At your point no wrong slope is right by accident, and what arrives is not 1.");
        return isStarter ? Verdict.NotBegun() : verdict;
    }

    /// <summary>The output of a σ gate, the gradient that arrives there, and σ of the output, which some mistakes
    /// use.</summary>
    private sealed record SigmoidCase(double z, double dz)
    {
        public double σ => 1 / (1 + Exp(-z));

        public Part<SigmoidCase>[] Parts => [new("dx", c => c.z * (1 - c.z) * c.dz)
        {
            { ("You have the slope z(1 − z).", "Multiply it by dz, the gradient that arrives from above."),
                this with { dz = 1 } },
            { ("σ is applied twice:",
                "you took σ′ at z. But z is the output of the gate, it is σ(x) already. So the slope is z(1 − z), "
                    + "with no σ in it."),
                this with { z = σ } },
            { ("σ is applied twice, and dz is missing.",
                "z is the output of the gate, σ(x) already: the slope is z(1 − z), and it scales dz."),
                this with { z = σ, dz = 1 } },
            { ("You have z(1 + z).", "The slope is z(1 − z): it must vanish where z comes near 1."), z * (1 + z) * dz },
            { ("You have z(1 + z), and dz is missing.", "The slope is z(1 − z), and it scales dz."), z * (1 + z) },
            { ("The sign is wrong:", "z(z − 1) is negative, and σ rises everywhere. The slope is z(1 − z)."),
                z * (z - 1) * dz },
            { ("Half of the slope is missing:", "you multiplied by z only. The slope is z(1 − z)."), z * dz },
            { ("Half of the slope is missing:", "you multiplied by 1 − z only. The slope is z(1 − z)."), (1 - z) * dz },
            { ("You multiplied by z twice.", "The slope is z(1 − z)."), z * z * dz },
            { ("1 − z² is the slope of tanh.", "That of σ is z(1 − z)."), (1 - z * z) * dz },
            { ("¼ is the slope of σ at its steepest point, where z = ½.", "Elsewhere it is z(1 − z)."), dz / 4 },
            { ("This is dz unchanged.", "The gate attenuates it: multiply by the slope z(1 − z)."), dz },
            { ("You added dz.", "Gradients multiply along a path: z(1 − z)·dz."), z * (1 - z) + dz },
            { ("Brackets are missing:", "a product comes before a difference. Write `dz * z * (1 - z)`."), dz * z - z },
            { ("Brackets are missing:", "a product comes before a difference. Write `dz * z * (1 - z)`."), z - z * dz },
            { ("You divided by the slope.", "The gate attenuates what arrives: multiply."), dz / (z * (1 - z)) },
            { ("This is σ(z)·dz:", "a value of σ, and of a z that is the output of σ already. The slope is z(1 − z)."),
                σ * dz },
        }];
    }
}

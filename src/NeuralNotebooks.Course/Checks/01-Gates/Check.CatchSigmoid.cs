namespace NeuralNotebooks.Course;

public static partial class Check
{
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
            _sigmoidGate.WrongAnswers<Func<double, double, double>>(wrong => (z, dz) => wrong(new(z, dz))[0, 0]),
            "At your point no wrong slope is right by accident, and what arrives is not 1.");
        return isStarter ? Verdict.NotBegun() : verdict;
    }
}

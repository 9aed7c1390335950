namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<StandardizedUnit> _boundary = new()
    {
        Expected = "double Boundary(double w, double b, double mean, double deviation)",
        Cases = () => [new(5.472, 0.574, 1.676, 0.4226), new(-2, 0.5, 10, 3), new(0.8, -1.2, -4, 0.5)],
        Describe = u => $"for w = {u.w}, b = {u.b}, μ = {u.μ} and σ = {u.σ}",
        Praise = "The boundary in the unit of the ruler, for positive and negative weights.",
        Parts = u => u.Parts,
    };

    /// <summary>
    /// Notebook 02: the decision boundary of a logistic unit on a standardized feature, in the feature's own unit: μ −
    /// σ b/w.
    /// </summary>
    /// <param name="boundary">From w, b, and the feature's mean μ and standard deviation σ.</param>
    public static Verdict BoundaryInCentimetres(Func<double, double, double, double, double>? boundary) =>
        _boundary.Judge(boundary, u => boundary!(u.w, u.b, u.μ, u.σ));

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict BoundaryInCentimetres(Delegate? boundary) => _boundary.WrongSignature(boundary);

    /// <summary>A unit of one standardized feature x′ = (x − μ)/σ.</summary>
    private sealed record StandardizedUnit(double w, double b, double μ, double σ)
    {
        public Part<StandardizedUnit>[] Parts => [new("The boundary", u => u.μ - u.σ * u.b / u.w)
        {
            { "This is −b/w, the boundary in standardized units. Undo the standardization: x = μ + σ x′.",
                this with { μ = 0, σ = 1 } },
            { "The sign is wrong: wx′ + b = 0 gives x′ = −b/w, with a minus.", this with { b = -b } },
            { "This is b/w: the minus is missing, and the standardization is not undone.",
                this with { μ = 0, σ = -1 }, NotYet },
            { "μ is missing: to undo x′ = (x − μ)/σ, multiply by σ, then add μ.", this with { μ = 0 } },
            { "σ is missing: to undo x′ = (x − μ)/σ, multiply by σ, then add μ.", this with { σ = 1 } },
            { "You divided by σ. Standardizing divides, undoing it multiplies.", this with { σ = 1 / σ } },
            { "You standardized once more: (x − μ)/σ leads away from centimetres. Undo it: x = μ + σ x′.",
                (-b / w - μ) / σ },
            { "The order is wrong: x = μ + σ x′, so only x′ is multiplied by σ, not μ.", this with { μ = σ * μ } },
            { "You subtracted μ. Standardizing subtracts it, undoing it adds it.", this with { μ = -μ } },
            { "Numerator and denominator are exchanged: wx′ + b = 0 gives x′ = −b/w.", this with { w = b, b = w } },
            { "This is where s = ½. The boundary is where p = σ(s) = ½, and that is s = 0.",
                this with { b = b - 0.5 } },
            { "σ appears twice: multiply −b/w by σ once.", this with { σ = σ * σ } },
            { "b is missing: this is the mean of the feature, where s = b.", this with { b = 0 } },
            { "The division by w is missing: wx′ + b = 0 gives x′ = −b/w.", this with { w = 1 } },
        }];
    }
}

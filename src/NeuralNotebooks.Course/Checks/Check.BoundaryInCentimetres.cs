namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string BoundaryPart = "The boundary";
    private const string BoundarySignature = "double Boundary(double w, double b, double mean, double deviation)";

    private static readonly Exercise<StandardizedUnit> _boundaryExercise = new()
    {
        Cases = () => [new(5.472, 0.574, 1.676, 0.4226), new(-2, 0.5, 10, 3), new(0.8, -1.2, -4, 0.5)],
        Describe = unit => FormattableString.Invariant($"for w = {unit.W}, b = {unit.B}, μ = {unit.Mean} and σ = {unit.Deviation}"),
        Reference = unit => [Part.Number(BoundaryPart, unit.Mean - unit.Deviation * unit.B / unit.W)],
        Mistakes =
        [
            WrongBoundary("This is −b/w, the boundary in standardized units. Undo the standardization: x = μ + σ x′.", u => -u.B / u.W),
            WrongBoundary("The sign is wrong: wx′ + b = 0 gives x′ = −b/w, with a minus.", u => u.Mean + u.Deviation * u.B / u.W),
            WrongBoundary("This is b/w: the minus is missing, and the standardization is not undone.", u => u.B / u.W, near: false),
            WrongBoundary("μ is missing: to undo x′ = (x − μ)/σ, multiply by σ, then add μ.", u => -u.Deviation * u.B / u.W),
            WrongBoundary("σ is missing: to undo x′ = (x − μ)/σ, multiply by σ, then add μ.", u => u.Mean - u.B / u.W),
            WrongBoundary("You divided by σ. Standardizing divides, undoing it multiplies.", u => u.Mean - u.B / u.W / u.Deviation),
            WrongBoundary("You standardized once more: (x − μ)/σ leads away from centimetres. Undo it: x = μ + σ x′.", u => (-u.B / u.W - u.Mean) / u.Deviation),
            WrongBoundary("The order is wrong: x = μ + σ x′, so only x′ is multiplied by σ, not μ.", u => u.Deviation * (u.Mean - u.B / u.W)),
            WrongBoundary("You subtracted μ. Standardizing subtracts it, undoing it adds it.", u => -u.Mean - u.Deviation * u.B / u.W),
            WrongBoundary("Numerator and denominator are exchanged: wx′ + b = 0 gives x′ = −b/w.", u => u.Mean - u.Deviation * u.W / u.B),
            WrongBoundary("This is where s = ½. The boundary is where p = σ(s) = ½, and that is s = 0.", u => u.Mean + u.Deviation * (0.5 - u.B) / u.W),
            WrongBoundary("σ appears twice: multiply −b/w by σ once.", u => u.Mean - u.Deviation * u.Deviation * u.B / u.W),
            WrongBoundary("b is missing: this is the mean of the feature, where s = b.", u => u.Mean),
            WrongBoundary("The division by w is missing: wx′ + b = 0 gives x′ = −b/w.", u => u.Mean - u.Deviation * u.B),
        ],
        Praise = "The boundary in the unit of the ruler, for positive and negative weights.",
    };

    /// <summary>Notebook 02: the decision boundary of a logistic unit on a standardized feature, in the feature's own unit: μ − σ b/w.</summary>
    /// <param name="boundary">From w, b, and the feature's mean μ and standard deviation σ.</param>
    public static Verdict BoundaryInCentimetres(Func<double, double, double, double, double>? boundary) =>
        boundary is null ? Signature.Differs(null, BoundarySignature)
            : _boundaryExercise.Judge(unit => [Part.Number(BoundaryPart, boundary(unit.W, unit.B, unit.Mean, unit.Deviation))]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict BoundaryInCentimetres(Delegate? boundary) => Signature.Differs(boundary, BoundarySignature);

    private static Mistake<StandardizedUnit> WrongBoundary(string sentence, Func<StandardizedUnit, double> value, bool near = true) =>
        new(BoundaryPart, sentence, unit => Matrix.Column(value(unit)), near);

    /// <summary>A unit of one standardized feature x′ = (x − μ)/σ.</summary>
    private sealed record StandardizedUnit(double W, double B, double Mean, double Deviation);
}

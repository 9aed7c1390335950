namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Lineup _wrongAdams = new(
        [4, 1, 2, 5],
        [
            "for a constant gradient the first step is 3.2 times too long, and the next ones are longer still.",
            "for a constant gradient the second step is 0.235, and the steps shrink to 0.",
            "for a constant gradient the second step is 0.425, and the steps shrink to 0.",
            "a constant gradient does not show it. When the gradient changes its sign, V follows much too slowly.",
            "gradients of 1 do not show it. A gradient of 0.01 makes a step of 0.1.",
            "gradients above 0.001 do not show it. Smaller ones make steps that are too short.",
            "for a constant gradient the first step is 1, and the second 1.34.",
        ],
        "All four. A constant gradient of 1 shows only two of them: a test needs gradients that change, and of more "
            + "than one size.");

    /// <summary>Notebook 06: the numbers of the mistakes of <see cref="WrongAdam.Suspects"/>.</summary>
    public static Verdict WrongAdams(double[] probe, int A, int B, int C, int D) =>
        (A, B, C, D) is (0, 0, 0, 0) || WrongAdam.MissedBy(probe) is not { Length: > 0 } missed
            ? _wrongAdams.Judge(A, B, C, D)
            : Verdict.NotYet($"For your gradients the steps of {string.Join(" and ", missed)} are those of the right "
                + "Adam: change `probe`.");
}

/// <summary>Notebook 06: Adams with α = 1 and one mistake each, which the reader finds by their steps.</summary>
public static class WrongAdam
{
    private static readonly AdamCase _adam = new([0], [], α: 1, β1: 0.9, β2: 0.999, ε: 1e-8);

    /// <summary>Four wrong Adams, new ones in each call.</summary>
    public static (string Name, Rule Rule)[] Suspects =>
    [
        ("A", Of(_adam with { β1 = _adam.β2, β2 = _adam.β1 }, step => step)),
        ("B", Of(_adam, step => step with { CorrectionV = 1, CorrectionS = 1 })),
        ("C", Of(_adam, step => step.Stored)),
        ("D", Of(_adam, step => step with { Square = Abs(step.g) })),
    ];

    /// <summary>The suspects whose paths stay within a tenth of α of that of the right Adam.</summary>
    internal static string[] MissedBy(double[] probe) => [.. Suspects.Where(one =>
    {
        (Rule right, double v, double w) = (Of(_adam, step => step), 0, 0);
        return !probe.Any(g =>
        {
            right.Step(ref v, g);
            one.Rule.Step(ref w, g);
            return Abs(v - w) > 0.1;
        });
    }).Select(one => one.Name)];

    private static Rule Of(AdamCase adam, Func<AdamStep, AdamStep> change) => new(p =>
    {
        (double V, double S) = (p.V, p.S);
        p.w += change(new(adam, p.t, i: 0, p.g)).Move(ref V, ref S);
        (p.V, p.S) = (V, S);
    });
}

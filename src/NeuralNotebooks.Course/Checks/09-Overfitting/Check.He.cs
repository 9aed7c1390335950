namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<DrawnWeights> _he = new()
    {
        Cases = () => [new(128, 784, Seed: 1), new(300, 50, Seed: 2), new(40, 400, Seed: 3), new(2000, 8, Seed: 4)],
        Describe = w => $"for {w.Outputs} outputs, {w.Inputs} inputs and seed {w.Seed}",
        Praise = "Random, repeatable, and of the size √(2/n) that keeps the signal of ReLU layers. Your own network "
            + "begins here.",
        IfZero = "(Already written? `2 / inputs` of two integers is 0, `2.0 / inputs` is not.)",
        Parts = w => w.Parts,
    };

    /// <summary>Notebook 09: He's initial weights, drawn with a mean of 0 and the standard deviation √(2/n).</summary>
    /// <param name="he">From the number of outputs, the number of inputs n and a seed to outputs × inputs.</param>
    public static Verdict He(Func<int, int, int, M> he) =>
        Pieces.Judge(nameof(He), () => _he.Judge(w => w.Measured(seed => he(w.Outputs, w.Inputs, seed))));

    /// <summary>Weights that are drawn at random, so only what they have in common is judged.</summary>
    private sealed record DrawnWeights(int Outputs, int Inputs, int Seed)
    {
        /// <summary>The allowed error of a standard deviation of thousands of numbers, as a part of it.</summary>
        private const double Luck = 0.03;

        public double Spread { get; init; } = Sqrt(2.0 / Inputs);

        public Part<DrawnWeights>[] Parts =>
        [
            new("shape", w => Matrices.Column([w.Outputs, w.Inputs]))
            {
                { ("The matrix is inputs × outputs.", "W has a row for each output, so that Z = WA."),
                    Matrices.Column([Inputs, Outputs]) },
            },
            new("number of different units", w => w.Outputs)
            {
                { ("All units have the same weights.", "Then they stay alike: draw each entry by itself."), 1 },
            },
            new("standard deviation", w => w.Spread) { WrongSpreads },
            new("mean", _ => 0.0)
            {
                { ("The weights have no mean of 0.", "They must have both signs alike."), Spread },
            },
            new("number of rows and columns with a spread of their own", _ => 0.0),
            new("number of matrices for one seed", _ => 1.0)
            {
                { ("Two calls with one seed gave different weights.",
                    "Draw with the seed, so that a run can be repeated."), 2 },
            },
            new("number of units that the next seed draws again", _ => 0.0)
            {
                { ("The seed is not used:", "two layers of one shape would begin alike."), Outputs },
                { ("Row 1 is row 0 of the next seed.", "Draw all rows with *one* generator."), Outputs - 1 },
            },
        ];

        private Changes<DrawnWeights> WrongSpreads => new()
        {
            { ("This is √(1/n), Xavier's.", "relu cuts half of the signal away: that takes a 2."),
                With(Sqrt(1.0 / Inputs)) },
            { ("This is the variance.", "The standard deviation is its root."), With(2.0 / Inputs) },
            { ("The root is taken of the 2 alone.", "n must stand under the root: variances add up."),
                With(Sqrt(2.0) / Inputs) },
            { ("The root is taken of n alone.", "The 2 stands under the root, too: √(2/n)."), With(2 / Sqrt(Inputs)) },
            { ("n is the number of outputs.", "A unit adds up as many products as it has *inputs*."),
                With(Sqrt(2.0 / Outputs)) },
            { ("This is √(2/(n + k)), with the inputs and the outputs.", "He counts the inputs only."),
                With(Sqrt(2.0 / (IsWide ? Outputs : Inputs + Outputs))) },
            { ("The numbers are drawn, but not scaled.", "Multiply them by √(2/n)."), With(1) },
        };

        /// <summary>Whether k outputs are so many that √(2/k) and √(2/(n + k)) are equal within luck.</summary>
        private bool IsWide => Outputs > 20 * Inputs;

        private DrawnWeights With(double spread) => this with { Spread = spread };

        /// <summary>What the weights have in common; a value near the right or a known wrong one becomes it.</summary>
        public M[] Measured(Func<int, M> draw)
        {
            M W = draw(Seed).Copy(), again = draw(Seed).Copy(), other = draw(Seed + 1);
            if (Matrices.IsZero(W) && (W.Rows, W.Columns) == (Outputs, Inputs))
                return [.. Parts.Select(part => 0 * part.Right(this))];                 // judged as the starter
            double[] all = Matrices.Entries(W), next = Matrices.Entries(other);      // row by row
            double spread = Of(all).Spread;
            double[][] lines = [.. Enumerable.Range(0, W.Rows).Select(i => Matrices.Entries(W.Row(i))),
                .. Enumerable.Range(0, W.Columns).Select(j => Matrices.Entries(W.Column(j)))];
            int units = lines.Take(W.Rows).DistinctBy(line => line.Select((w, j) => w * Sin(j + 1)).Sum()).Count();
            double[] known = [Spread, .. WrongSpreads.Select(one => one.Changed.Spread)];
            return
            [
                Matrices.Column([W.Rows, W.Columns]),
                Matrices.Column([units >= Pow(2, Inputs - 1) ? Outputs : units]),  // signs alone
                Matrix.Column(known.FirstOrDefault(value => Abs(spread - value) <= Luck * value, spread)),
                Matrix.Column(lines.Append(all).All(line => Abs(Of(line).Mean) <= 6 * spread / Sqrt(line.Length))
                    ? 0.0 : Spread),
                Matrices.Column([lines.Count(line =>
                    Abs(Of(line).Spread - spread) > spread * (1.0 / line.Length + 6 / Sqrt(2 * line.Length)))]),
                Matrices.Column([all.SequenceEqual(Matrices.Entries(again)) ? 1 : 2]),
                Matrices.Column([all.SequenceEqual(next) ? W.Rows
                    : all.Skip(W.Columns).SequenceEqual(next.SkipLast(W.Columns)) ? W.Rows - 1 : 0]),
            ];
        }

        private static (double Mean, double Spread) Of(double[] line)
        {
            double mean = line.DefaultIfEmpty().Average();
            return (mean, Sqrt(line.Select(w => (w - mean) * (w - mean)).DefaultIfEmpty().Average()));
        }
    }
}

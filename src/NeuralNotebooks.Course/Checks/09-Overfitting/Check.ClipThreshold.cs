namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<GradientNorms> _clipThreshold = new()
    {
        Cases = () =>
        [
            new([3, 1, 4, 1.5, 9, 2.6, 5, 3.5, 0.9, 7], 0.2), new([8, 0.5, 2, 30, 1], 0.25),
            new([6, 1, 7, 2, 12, 3, 11, 4], 0.5), new([0.3, 12, 0.4, 5], 0.1), new([2, 2, 5, 2, 8, 1], 0.2),
        ],
        Describe = c => $"for the lengths {c.Norms} and a share of {c.Share}",
        Praise = "No more than that share is clipped, and with any smaller length it would be more. (Your function "
            + "looks at the run before; the lengths change as training goes on.)",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 09: a length for clipping that at most a share of some gradients exceeds.</summary>
    /// <param name="threshold">From the lengths of the gradients of a run, and the share.</param>
    public static Verdict ClipThreshold(Func<double[], double, double> threshold) =>
        _clipThreshold.Judge(c => threshold(c.Norms, c.Share));

    /// <summary>The lengths of some gradients, and the share that may be clipped.</summary>
    private sealed record GradientNorms(double[] Norms, double Share)
    {
        public int Last => Norms.Length - 1;

        public int Allowed => (int)AllowedPart;

        /// <summary>The share of the number of gradients, without rounding errors: 0.29 · 100 is
        /// 28.999999999999996.</summary>
        private double AllowedPart => Round(Share * Norms.Length, 9);

        /// <summary>The length at a place of the sorted ones, or at the nearest end.</summary>
        public double At(int place) => Norms.Order().ElementAt(Clamp(place, 0, Last));

        public Part<GradientNorms>[] Parts => [new("c", c => c.At(c.Last - c.Allowed))
        {
            { ("One too far down:", "more than the share would be clipped."), At(Last - Allowed - 1) },
            { ("One too far up:", "a smaller length clips no more than the share, too."), At(Last - Allowed + 1) },
            { ("You counted from the short end:", "so many would *not* be clipped."), At(Allowed) },
            { ("The lengths are not sorted:", "the index is right, but for sorted lengths."), Norms[Last - Allowed] },
            { ("The longest of all:", "nothing is ever clipped."), At(Last) },
            { ("The mean says nothing about how many are longer:", "one huge gradient moves it."), Norms.Average() },
            { ("A share of the longest is not a share of the gradients:", "count them."), (1 - Share) * At(Last) },
            { ("The number that may be clipped was rounded up.", "Then it is more than the share."),
                At(Last - (int)Ceiling(AllowedPart)) },
        }];
    }
}

namespace NeuralNotebooks.Course;

/// <summary>The text of a claim that holds: the notebook's sentence, followed by the value if the sentence does not
/// contain it.</summary>
internal static partial class ClaimText
{
    // The largest count of numbers that are listed; more than three are listed only if they are short.
    private const int MaxNumbers = 12, MaxLongNumbers = 3;

    // A smaller relative difference is taken for a rounding error: the claimed value is shown.
    private const double Rounding = 1e-6;

    private const double RoundingSlack = 1 + 1e-9;

    /// <summary>"ŷ: 6" for the sentence "ŷ"; the sentence alone where it names the value already; "(here 0.526)" where
    /// it names a rounder one.</summary>
    /// <param name="columns">The length of a row.</param>
    public static string Of(string what, double[] actual, double[] expected, int columns)
    {
        WrittenNumber[] named = [.. WrittenNumber.In(what)];
        if (actual.Length > MaxNumbers || !expected.All(value => named.Any(number => number.Names(value))))
        {
            bool isLong = actual.Length > MaxNumbers || (actual.Length > MaxLongNumbers && !expected.All(IsShort));
            return $"{what}: {(isLong ? Agreement(actual, expected) : Values(actual, expected, columns))}";
        }

        bool asNamed = actual.Zip(expected).All(pair =>
            Value(pair.First, pair.Second) == Value(pair.Second, pair.Second)
                || named.Any(number => number.Names(pair.Second) && number.IsRoundedFrom(pair.First)));
        return asNamed ? what : $"{what} (here {Values(actual, expected, columns)})";
    }

    /// <summary>A number of three digits, such as −3.75 or 0.012.</summary>
    private static bool IsShort(double value) =>
        !double.IsFinite(value)
            || Abs(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            - value) <= 1e-9 * Abs(value);

    private static string Agreement(double[] actual, double[] expected)
    {
        double largest = actual.Zip(expected, (a, b) => a.Equals(b) ? 0 : Abs(a - b)).Max();
        string numbers = Invariant($"all {actual.Length} numbers");
        return largest == 0 ? $"{numbers} are equal"
            : $"{numbers} agree, the largest difference is {TextOf.Number(largest, Precision.Difference)}";
    }

    private static string Values(double[] actual, double[] expected, int columns)
    {
        string[] shown = [.. actual.Zip(expected, Value)];
        if (shown.Length == 1)
            return shown[0];
        IEnumerable<string> rows = shown.Chunk(Max(columns, 1)).Select(row => string.Join(", ", row));
        return columns == shown.Length ? $"({string.Join(", ", shown)})" : $"[{string.Join("; ", rows)}]";
    }

    private static bool IsRounding(double actual, double expected) =>
        actual.Equals(expected) || Abs(actual - expected) <= Rounding * Abs(expected)
            || (Abs(actual) < 1e-9 && expected == 0);

    /// <summary>The computed number; the claimed one if they differ by a rounding error only.</summary>
    private static string Value(double actual, double expected) =>
        TextOf.Number(IsRounding(actual, expected) ? expected : actual, Precision.Claim);

    /// <summary>A number as a sentence writes it: 0.993, −½, 203,540, 7e−8.</summary>
    private readonly partial record struct WrittenNumber(double Value, double HalfUnit)
    {
        public static IEnumerable<WrittenNumber> In(string sentence) => Numbers().Matches(sentence).Select(Of);

        /// <summary>Whether the sentence means this value: they are equal, or equal to the digits written.</summary>
        public bool Names(double value) => Value.Equals(value) || Abs(Value - value) <= RoundingSlack * HalfUnit;

        /// <summary>Whether the value is this number, to the digits written.</summary>
        public bool IsRoundedFrom(double value) =>
            Abs(Value - value) <= RoundingSlack * Max(HalfUnit, Rounding * Abs(Value));

        private static WrittenNumber Of(Match number)
        {
            string text = Plain(number.Value).Replace("¼", ".25").Replace("½", ".5").Replace("¾", ".75");
            int decimals = number.Groups["decimals"].Length;
            _ = int.TryParse(Plain(number.Groups["power"].Value), CultureInfo.InvariantCulture, out int power);
            bool isRounded = decimals > 0 || power != 0;
            return new(double.Parse(text, CultureInfo.InvariantCulture),
                isRounded ? 0.5 * Pow(10, power - decimals) : 0);
        }

        private static string Plain(string text) => text.Replace(",", "").Replace('−', '-');

        [GeneratedRegex(@"(?<![\w.])[−-]?(?:\d+[¼½¾]|[¼½¾]|\d{1,3}(?:,\d{3})+|"
            + @"\d+(?:\.(?<decimals>\d+))?(?:e(?<power>[−-]?\d+))?)(?![\w¼½¾])")]
        private static partial Regex Numbers();
    }
}

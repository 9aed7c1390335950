namespace NeuralNotebooks.Tests;

/// <summary>Runs a check on random hostile inputs, one for each seed, for a limited time.</summary>
/// <remarks>The number of inputs depends on the speed of the machine, at least one. <c>NN_FUZZ_SECONDS</c> sets the
/// time of each fuzzer (default: 0.3 s, nightly 10 s); <c>NN_FUZZ_SEED</c> sets the first seed, for example to repeat a
/// failure.</remarks>
public static class Fuzz
{
    private static readonly double _seconds = Setting("NN_FUZZ_SECONDS", Nightly.IsOn ? 10 : 0.3);
    private static readonly int _firstSeed = (int)Setting("NN_FUZZ_SEED", 1);

    /// <summary>Runs a check with the random number generator of one seed after the other. If it throws, the test fails
    /// with a message that names the seed.</summary>
    public static void Run(Action<Random> check)
    {
        long start = Stopwatch.GetTimestamp();
        int seed = _firstSeed;
        do
        {
            try
            {
                check(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(
                    $"Seed {seed} fails; NN_FUZZ_SEED={seed} repeats it. {e.GetType().Name}: {e.Message}", e);
            }
            seed++;
        } while (Stopwatch.GetElapsedTime(start).TotalSeconds < _seconds);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{seed - _firstSeed} inputs, seeds {_firstSeed} to {seed - 1}");
    }

    /// <summary>A valid input with some bytes changed, removed, repeated or inserted.</summary>
    public static byte[] Mutate(Random random, ReadOnlySpan<byte> valid)
    {
        List<byte> bytes = [.. valid];
        for (int changes = random.Next(1, 8); changes > 0 && bytes.Count > 0; changes--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 17), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Pick(random, _tokens));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }
        return [.. bytes];
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A random text of characters that have caused errors before.</summary>
    public static string Text(Random random) =>
        string.Concat(
            Enumerable
                .Range(0, random.Next(8))
                .Select(_ => random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Pick(random, _texts)));

    private static readonly byte[][] _tokens =
    [
        [.. "\\ud83d"u8],
        [.. "\\udc00"u8],
        [0xFF],
        [0xC0, 0x80],
        [0xED, 0xA0, 0x80],
        [0],
        [.. "null"u8],
        [.. "{}"u8],
        [.. "[]"u8],
        [.. "\""u8],
        [.. "1e999"u8],
        [.. "-1"u8],
        [.. "9999999999999999999"u8],
        [.. "NaN"u8],
        [.. ",,"u8],
        [.. "[[[[[[[["u8],
        [.. "\r\n"u8],
        [0xEF, 0xBB, 0xBF],
    ];

    private static readonly string[] _texts =
    [
        "",
        "a",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\0",
        "\"",
        "\\",
        "\u2028",
        "\u0085",
        "\u007f",
        "\u00a0",
        "\U0001F600",
        "\x1b[31m",
        "<b>",
        "{",
        "]",
        "é",
        "\uFEFF",
        " ",
    ];

    private static double Setting(string name, double fallback) =>
        double.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out double value)
            ? value
            : fallback;
}

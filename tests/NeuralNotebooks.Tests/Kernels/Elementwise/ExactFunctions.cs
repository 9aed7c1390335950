namespace NeuralNotebooks.Tests.Matrices;

/// <summary>
/// exp, log, sigmoid and tanh of any double as integer multiples of 2⁻¹³⁰⁰, by their series: an independent source with
/// digits to spare even for the smallest doubles.
/// </summary>
internal static class ExactFunctions
{
    private const int FractionBits = 1300;
    private static readonly BigInteger _one = BigInteger.One << FractionBits;
    private static readonly BigInteger _ln2 = 2 * Artanh(_one / 3);

    public static BigInteger Exp(double x) => Exp(FromDouble(x));

    public static BigInteger Sigmoid(double x)
    {
        BigInteger e = Exp(x);
        return (e << FractionBits) / (_one + e);
    }

    public static BigInteger Tanh(double x)
    {
        BigInteger e = Exp(2 * FromDouble(x));
        return ((e - _one) << FractionBits) / (e + _one);
    }

    /// <summary>n ln 2 + 2 artanh((m − 1)/(m + 1)) for x = m 2ⁿ.</summary>
    public static BigInteger Log(double x)
    {
        int n = Math.ILogB(x);
        BigInteger m = n >= 0 ? FromDouble(x) >> n : FromDouble(x) << -n;
        return n * _ln2 + 2 * Artanh(((m - _one) << FractionBits) / (m + _one));
    }

    /// <summary>How far a result is from the exact number, in units in the last place of the type.</summary>
    public static double Ulps<T>(T result, BigInteger exact)
        where T : IBinaryFloatingPointIeee754<T>
    {
        (int digits, int smallest) = typeof(T) == typeof(float) ? (23, -149) : (52, -1074);
        int ulp = Math.Max((int)BigInteger.Abs(exact).GetBitLength() - 1 - FractionBits - digits, smallest);
        BigInteger difference = BigInteger.Abs(FromDouble(double.CreateChecked(result)) - exact);
        return (double)(difference >> (FractionBits + ulp - 20)) / (1 << 20);
    }

    private static BigInteger FromDouble(double x)
    {
        int n = x == 0 ? 0 : Math.Max(Math.ILogB(x), -1022);
        var digits = new BigInteger(Math.ScaleB(x, 52 - n)); // an integer
        return FractionBits + n - 52 >= 0
            ? digits << (FractionBits + n - 52)
            : throw new ArgumentOutOfRangeException(nameof(x));
    }

    /// <summary>2ⁿ e^r with the series of e^r, for x = n ln 2 + r.</summary>
    private static BigInteger Exp(BigInteger x)
    {
        int n = (int)BigInteger.Divide(x, _ln2);
        BigInteger r = x - n * _ln2, term = _one, sum = _one;
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * r) >> FractionBits) / k;
            sum += term;
        }
        return n >= 0 ? sum << n : sum >> -n;
    }

    /// <summary>z + z³/3 + z⁵/5 + …</summary>
    private static BigInteger Artanh(BigInteger z)
    {
        BigInteger square = (z * z) >> FractionBits, power = z, sum = z;
        for (int k = 3; !power.IsZero && !(power + BigInteger.One).IsZero; k += 2)
        {
            power = (power * square) >> FractionBits;
            sum += power / k;
        }
        return sum;
    }
}

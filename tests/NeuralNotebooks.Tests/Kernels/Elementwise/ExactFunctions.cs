namespace NeuralNotebooks.Tests.Matrices;

/// <summary>exp, log, sigmoid and tanh of any double as integer multiples of 2⁻¹³⁰⁰, computed from the series of exp.
/// They are independent of the library, and have enough digits even for the smallest doubles.</summary>
internal static class ExactFunctions
{
    private const int FractionBits = 1300;
    private static readonly BigInteger _one = BigInteger.One << FractionBits;

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

    /// <summary>y + (x e⁻ʸ − 1), where y is ln x in double precision: one step of Newton's method, whose error is the
    /// square of the error of y.</summary>
    public static BigInteger Log(double x)
    {
        double y = Math.Log(x);
        return FromDouble(y) + ((FromDouble(x) * Exp(-y)) >> FractionBits) - _one;
    }

    /// <summary>The distance of a result from the exact number, in units in the last place.</summary>
    public static double Ulps(double result, BigInteger exact)
    {
        int ulp = Math.Max((int)BigInteger.Abs(exact).GetBitLength() - 1 - FractionBits - 52, -1074);
        BigInteger difference = BigInteger.Abs(FromDouble(result) - exact);
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

    /// <summary>(e^(x / 2¹²))^(2¹²), where the inner exponential is computed by its Taylor series.</summary>
    private static BigInteger Exp(BigInteger x)
    {
        const int Halvings = 12;
        BigInteger term = _one, sum = _one;
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * x) >> (FractionBits + Halvings)) / k;
            sum += term;
        }
        for (int i = 0; i < Halvings; i++)
            sum = (sum * sum) >> FractionBits;
        return sum;
    }
}

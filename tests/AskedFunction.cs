namespace NeuralNotebooks;

/// <summary>A function about which tests ask questions.</summary>
internal static class AskedFunction
{
    public const string Clip = """
        double Clip(double x)
        {
            double y = 2 * x;
            if (y > 10)
                y = 10;
            if (y < -10)
                y = -10;
            return y;
        }
        """;
}

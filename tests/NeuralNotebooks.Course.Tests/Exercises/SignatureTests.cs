namespace NeuralNotebooks.Course.Tests;

/// <summary>A function with the wrong signature is not compared: the verdict says what differs.</summary>
public class SignatureTests
{
    private delegate double WithStep(double x, double h = 1e-5);

    private const string Numbers = "double Slope(double x)",
        Batch = "(Matrix<double> dw, Matrix<double> db) (Matrix<double> y, int m)";

    public static TheoryData<Delegate, string, string> OtherForms() => new()
    {
        { (float x) => x, Numbers, "`float`" },
        { static (double x) => (float)x, Numbers, "`float`" },
        { (Matrix<float> y, int m) => (y, y), Batch, "`float`" },
        { (double x) => (int)x, Numbers, "`int`" },
        { (float[] x) => x, Numbers, "`float`" },
        { (int[] x) => 1.0, Numbers, "`int`" },
        { (double x) => { }, Numbers, "returns nothing" },
        { (WithStep)Central, Numbers, "default value" },
        { (M y, int m) => (y, 1.0), Batch, "first line from the starter" },
        { (M y) => (y, y), Batch, "first line from the starter" },
    };

    [Theory]
    [MemberData(nameof(OtherForms), DisableDiscoveryEnumeration = true)]
    public void What_was_changed_is_named(Delegate answer, string expected, string phrase)
    {
        Verdict verdict = Signature.Differs(answer, expected);
        Assert.Equal(VerdictState.CouldNotBeChecked, verdict.State);
        verdict.Message.ShouldContain(expected);
        verdict.LikelyMistake.ShouldContain(phrase);
    }

    [Fact]
    public void A_signature_is_written_as_in_source_code()
    {
        Verdict verdict = Signature.Differs((Matrix<float> y, int m) => (y, true), Batch);
        verdict.Message.ShouldContain("`(Matrix<float>, bool) (Matrix<float>, int)`");
    }

    [Fact]
    public void Arrays_are_written_with_the_keyword_of_their_numbers()
    {
        Verdict verdict = Signature.Differs((double[] x, float[][] rows) => new int[2, 3], Numbers);
        verdict.Message.ShouldContain("`int[,] (double[], float[][])`");
    }

    private static double Central(double x, double h = 1e-5) => (Math.Sin(x + h) - Math.Sin(x - h)) / (2 * h);
}

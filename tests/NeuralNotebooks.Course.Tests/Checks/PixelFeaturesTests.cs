namespace NeuralNotebooks.Course.Tests;

public class PixelFeaturesTests
{
    [Fact]
    public void A_column_for_each_image_divided_by_255_is_correct()
    {
        Verdict verdict = Check.PixelFeatures(images => Filled(images, pixel => pixel / 255.0));

        Assert.True(verdict.IsCorrect, verdict.ToString());
    }

    [Fact]
    public void Single_precision_is_correct_too() =>
        Assert.True(Check.PixelFeatures(images => Filled(images, pixel => pixel * (1 / 255f))).IsCorrect);

    public static TheoryData<string, Func<byte[][], Matrix<double>>> Mutants => new()
    {
        { "transpose", images => Filled(images, pixel => pixel / 255.0).Transpose() },
    };

    [Theory]
    [MemberData(nameof(Mutants), DisableDiscoveryEnumeration = true)]
    public void A_wrong_matrix_is_named(string sentence, Func<byte[][], Matrix<double>> mutant)
    {
        Verdict verdict = Check.PixelFeatures(mutant);

        Assert.False(verdict.IsCorrect);
        Assert.Contains(sentence, verdict.LikelyMistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Hard_coded_sizes_of_one_case_are_found()
    {
        Verdict verdict = Check.PixelFeatures(images =>
        {
            Matrix<double> X = Matrix.Zeros<double>(4, 3);
            for (int j = 0; j < 3; j++)
                for (int i = 0; i < 4; i++)
                    X[i, j] = images[j][i] / 255.0;
            return X;
        });

        Assert.False(verdict.IsCorrect);
        Assert.Contains("images.Length", verdict.LikelyMistake, StringComparison.Ordinal);
    }

    private static Matrix<double> Filled(byte[][] images, Func<byte, double> scale) =>
        Filled(images, (pixel, _) => scale(pixel));

    private static Matrix<double> Filled(byte[][] images, Func<byte, byte[], double> scale)
    {
        Matrix<double> X = Matrix.Zeros<double>(images[0].Length, images.Length);
        for (int j = 0; j < images.Length; j++)
            for (int i = 0; i < images[j].Length; i++)
                X[i, j] = scale(images[j][i], images[j]);
        return X;
    }
}

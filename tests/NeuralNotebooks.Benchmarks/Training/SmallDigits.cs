namespace NeuralNotebooks.Benchmarks;

/// <summary>1,797 digits of 8 × 8 pixels, made from MNIST in the size of scikit-learn's data set of digits.</summary>
internal static class SmallDigits
{
    private const int Count = 1797, Side = 8, Block = 3, Margin = 2;

    /// <summary>The middle 24 × 24 pixels of MNIST images, averaged in blocks of 3 × 3.</summary>
    public static Dataset<float> Load()
    {
        LabelledImages images = Mnist.Load().Training;
        Matrix<float> features = Matrix.Zeros<float>(Side * Side, Count);
        for (int image = 0; image < Count; image++)
        {
            ReadOnlySpan<byte> pixels = images.Pixels(image);
            for (int row = 0; row < Side * Block; row++)
            {
                for (int column = 0; column < Side * Block; column++)
                    features[row / Block * Side + column / Block, image] +=
                        pixels[(row + Margin) * images.Width + column + Margin] / (255f * Block * Block);
            }
        }
        return new(
            features, OneHot.Encode<float>([.. Enumerable.Range(0, Count).Select(images.Label)], images.ClassCount));
    }
}

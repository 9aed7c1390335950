namespace NeuralNotebooks.Tests;

public sealed class ByteFeaturesTests
{
    // 19 bytes per image: the conversion processes sixteen at once, and three are left.
    private const int Pixels = 19, Images = 60;

    private static readonly LabelledImages _images = RandomImages(Pixels, Images);

    [Fact]
    public void Every_byte_is_converted_to_byte_over_255_at_every_position()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        for (int shift = 0; shift < 16; shift++)
        {
            byte[] shifted = [.. all[shift..], .. all[..shift]];
            Assert.Equal(shifted.Select(pixel => pixel / 255f), Numbers<float>(shifted));
            Assert.Equal(shifted.Select(pixel => pixel / 255.0), Numbers<double>(shifted));
        }

        static T[] Numbers<T>(byte[] bytes)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T[] numbers = new T[bytes.Length];
            new ByteFeatures(bytes, 0, bytes.Length, 1).CopyTo(0, numbers.AsSpan());
            return numbers;
        }
    }

    [Fact]
    public void Parts_of_a_set_of_images_have_the_features_of_the_whole()
    {
        Dataset<double> set = _images.ToDataset<double>(), numbers = OfNumbers(_images.ToDataset<double>());
        set.Slice(5, 9).Features.ShouldEqual(numbers.Slice(5, 9).Features);
        set.Slice(5, 9).Slice(2, 3).Features.ShouldEqual(numbers.Slice(5, 9).Slice(2, 3).Features);
        set.Select(3, 59, 3).Features.ShouldEqual(numbers.Select(3, 59, 3).Features);
        set.Select(3, 59, 3).Targets.ShouldEqual(numbers.Select(3, 59, 3).Targets);
        set.Split(0.7, seed: 4).Test.Features.ShouldEqual(numbers.Split(0.7, seed: 4).Test.Features);
        set.SelectFeatures(18, 2).Features.ShouldEqual(numbers.SelectFeatures(18, 2).Features);
        _images.ToDataset<double>(0, Images).Features.ShouldEqual(numbers.Features);
    }

    [Fact]
    public void A_set_of_images_is_described_and_evaluated_without_converting_all_of_it()
    {
        Dataset<float> set = _images.ToDataset<float>(), numbers = OfNumbers(_images.ToDataset<float>());
        Mlp<float> network = Mlp.Create<float>(Pixels, [new(10)], seed: 1);
        SoftmaxCrossEntropy<float> loss = new();
        Assert.Equal((Images, Pixels), (set.Count, set.FeatureCount));
        Assert.Equal("60 examples: features 19×60, targets 10×60", set.ToString());
        Assert.Equal(numbers.ToHtml(), set.ToHtml());
        Assert.Equal(Metrics.Classify(network, numbers.Features), Metrics.Classify(network, set));
        Assert.Equal(Metrics.Accuracy(network, numbers), Metrics.Accuracy(network, set));
        Assert.Equal(Metrics.Evaluate(network, numbers, loss), Metrics.Evaluate(network, set, loss));
        Assert.Equal(ConfusionMatrix.Of(network, numbers).ToHtml(), ConfusionMatrix.Of(network, set).ToHtml());
    }

    [Fact]
    public void Writes_to_the_features_take_effect()
    {
        Dataset<float> set = _images.ToDataset<float>();
        Assert.Same(set.Features, set.Features);
        set.Features[1, 2] = 7;
        Assert.Equal(7, set.Slice(2, 1).Features[1, 0]);
        Assert.Equal(7, set.Select(2).Features[1, 0]);
        set.Features[1, 2] = float.NaN;
        Fails.With<ArgumentException>("X[1, 2] is NaN", () => set.Slice(0, 5));
    }

    internal static Dataset<T> OfNumbers<T>(Dataset<T> images)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(images.Features, images.Targets, images.FeatureNames, images.ClassNames);

    internal static LabelledImages RandomImages(int pixels, int images)
    {
        byte[] bytes = new byte[pixels * images];
        new Random(1).NextBytes(bytes);
        return new(
            bytes,
            [.. Enumerable.Range(0, images).Select(i => (byte)(i % 10))],
            height: 1,
            width: pixels,
            [.. Enumerable.Range(0, 10).Select(k => $"{k}")]);
    }
}

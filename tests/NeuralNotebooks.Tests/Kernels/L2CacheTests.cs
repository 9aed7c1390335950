namespace NeuralNotebooks.Tests;

public class L2CacheTests
{
    [Fact]
    public void The_size_is_the_one_that_Linux_reports()
    {
        const string size = "/sys/devices/system/cpu/cpu0/cache/index2/size";
        Assert.SkipUnless(File.Exists(size), "Linux shows the caches of processors; this system does not.");
        Assert.SkipWhen(L2Cache.Bytes == 0, "This processor does not report its caches.");
        Assert.Equal(File.ReadAllText(size).Trim(), $"{L2Cache.Bytes / 1024}K");
    }

    [Theory]
    [Cases(
        32, 4, 0, 256,
        24, 4, 512, 192,
        32, 4, 1024, 256,
        16, 8, 1024, 128,
        32, 4, 2048, 512,
        16, 8, 2048, 256,
        32, 4, 16384, 512)]
    public void A_block_fills_three_eighths_of_L2_and_has_eight_to_sixteen_strips(
        int height,
        int bytes,
        int kilobytes,
        int rows
    ) => Assert.Equal(rows, height * TiledProduct.MaxStrips(height * TiledProduct.MaxDepth * bytes, kilobytes * 1024));
}

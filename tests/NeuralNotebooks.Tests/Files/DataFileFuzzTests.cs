namespace NeuralNotebooks.Tests;

/// <summary>Reading a damaged file either succeeds or throws the documented exception, never another one.</summary>
public sealed class DataFileFuzzTests : FolderedTests
{
    private string Path => Folder.At("file");

    [Fact]
    public void A_damaged_array_of_bytes_is_rejected_or_read()
    {
        byte[] valid = DataFilesTests.Idx([2, 2, 3], [.. Enumerable.Range(0, 12).Select(i => (byte)i)]);
        Fuzz.Run(random =>
            Read(
                random,
                valid,
                path =>
                {
                    IdxFile file = IdxFile.Read(path, dimensions: 3);
                    Assert.Equal(file.Sizes.Aggregate(1L, (product, size) => product * size), file.Entries.LongLength);
                })
        );
    }

    [Fact]
    public void A_damaged_network_is_rejected_or_read()
    {
        Mlp.Create<float>(3, [new Layer(2, Activation.Tanh), new Layer(1)], seed: 1).Save(Path);
        byte[] valid = File.ReadAllBytes(Path);
        Fuzz.Run(random => Read(random, valid, path => _ = Mlp.Load<float>(path).Layers.Count));
    }

    private void Read(Random random, byte[] valid, Action<string> read)
    {
        File.WriteAllBytes(Path, Fuzz.Mutate(random, valid));
        try
        {
            read(Path);
        }
        catch (InvalidDataException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}

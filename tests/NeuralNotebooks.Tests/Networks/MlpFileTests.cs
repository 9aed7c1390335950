using System.Buffers.Binary;

namespace NeuralNotebooks.Tests;

public sealed class MlpFileTests : FolderedTests
{
    private const string OneUnit =
        """{"__metadata__":{"activations":"relu"},"layers.0.weight":"""
            + """{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},"layers.0.bias":"""
            + """{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""";

    [Fact]
    public void A_saved_network_loads_bit_for_bit()
    {
        Mlp<double> network = Mlp.Create<double>(
            5, [new(7, Activation.Tanh), new(4, Activation.Relu), new(3), new(2, Activation.Sigmoid)], seed: 3);
        network.Layers[1].Biases[2, 0] = 0.1;
        network.Save(Folder.At("network.safetensors"));

        Mlp<double> loaded = Mlp.Load<double>(Folder.At("network.safetensors"));

        Assert.Equal(network.Layers.Select(layer => layer.Activation), loaded.Layers.Select(layer => layer.Activation));
        Assert.Equal(TrainingStepTests.Bits(network), TrainingStepTests.Bits(loaded));
    }

    [Fact]
    public void A_float_network_loads_as_double_and_back_without_a_change()
    {
        Mlp<float> network = Mlp.Create<float>(3, [new(2, Activation.Relu)], seed: 1);
        network.Save(Folder.At("float"));
        Mlp.Load<double>(Folder.At("float")).Save(Folder.At("double"));

        Mlp.Load<float>(Folder.At("double")).Layers[0].Weights.ShouldEqual(network.Layers[0].Weights);
    }

    [Fact]
    public void The_file_follows_the_format_so_that_other_tools_can_read_it()
    {
        Mlp<float> network = new([
            new(Matrix.Over<float>([1, 4, 2, 5, 3, 6], 0, 2, 3), Matrix.Column(7f, 8), Activation.Relu),
        ]);
        network.Save(Folder.At("n"));
        byte[] bytes = File.ReadAllBytes(Folder.At("n"));

        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, header % 8);
        Assert.Equal(
            """{"__metadata__":{"activations":"relu"},"layers.0.weight":"""
                + """{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},"layers.0.bias":"""
                + """{"dtype":"F32","shape":[2],"data_offsets":[24,32]}}""",
            Encoding.UTF8.GetString(bytes, 8, header).TrimEnd(' '));
        Assert.Equal(
            [1, 2, 3, 4, 5, 6, 7, 8],
            Enumerable
                .Range(0, 8)
                .Select(i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + header + 4 * i))));
        Assert.Equal(8 + header + 32, bytes.Length);
    }

    [Fact]
    public void Saving_replaces_an_old_file_and_leaves_no_other()
    {
        Mlp<float> network = Mlp.Create<float>(3, [new(2, Activation.Relu)]);
        Folder.File("n", "old");
        network.Save(Folder.At("n"));

        Assert.Equal(3, Mlp.Load<float>(Folder.At("n")).Inputs);
        Assert.Single(Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_stays_as_it_was()
    {
        Directory.CreateDirectory(Folder.At("n"));   // a folder is where the file should go
        Assert.ThrowsAny<Exception>(() => Mlp.Create<float>(3, [new(2, Activation.Relu)]).Save(Folder.At("n")));

        Assert.Equal([Folder.At("n")], Directory.GetFileSystemEntries(Folder.Path));
    }

    [Fact]
    public void Any_file_cut_off_anywhere_is_rejected()
    {
        byte[] whole = Safetensors(OneUnit, new byte[12]);
        for (int length = 0; length < whole.Length; length++)
        {
            string path = Folder.File("cut", whole[..length]);
            Assert.Throws<InvalidDataException>(() => Mlp.Load<float>(path)).Message.ShouldStartWith("cut: ");
        }
    }

    [Fact]
    public void An_absurd_header_length_is_rejected_before_anything_is_allocated()
    {
        byte[] bytes = Safetensors(OneUnit, new byte[12]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);
        string path = Folder.File("n", bytes);

        long allocated = Allocations.Of(() =>
            Fails.With<InvalidDataException>("18446744073709551615", () => Mlp.Load<float>(path)));
        Assert.InRange(allocated, 0, 100_000);
    }

    [Fact]
    public void A_wrong_header_is_rejected_with_what_was_found()
    {
        InvalidCalls calls = new();
        string[] headers = [.. InvalidCalls.Approved()];
        Assert.Equal(18, headers.Length);
        foreach (string header in headers)
        {
            string path = Folder.File("digits.safetensors", Safetensors(header, new byte[12]));
            calls.Add(() => Mlp.Load<float>(path), header);
        }
        calls.ShouldBeApproved();
    }

    [Theory]
    [Cases(
        "{\"a\":",
        """{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,12]},"a":"""
            + """{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""",
        """{"\ud800":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        """{"a":{"dtype":"\udc00","shape":[1],"data_offsets":[0,4]}}""", """{"__metadata__":{"a":"\ud800"}}""",
        """{"__metadata__":{"\ud800":"a"}}""",
        """{"ÿ":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",   // the byte 0xFF, which is not UTF-8
        """{"a":{"dtype":"ÿ","shape":[1],"data_offsets":[0,4]}}""",
        """{"__metadata__":{"a":"ÿ"}}""")]
    public void A_header_that_is_not_valid_JSON_or_unicode_is_rejected(string header)
    {
        string path = Folder.File("n", Safetensors(header, new byte[4]));
        Assert.Throws<InvalidDataException>(() => Mlp.Load<float>(path)).Message.ShouldStartWith(
            "n: the header is not valid JSON");
    }

    [Theory]
    [Cases(65_536, 46_341)]
    public void A_tensor_with_more_numbers_than_a_matrix_holds_is_rejected_with_a_message(long size)
    {
        byte[] header = Encoding.UTF8.GetBytes(
            Invariant(
                $$$"""{"a":{"dtype":"F32","shape":[{{{size}}},{{{size}}}],"data_offsets":[0,{{{4 * size * size}}}]}}"""
            ));
        Assert.Equal(
            Invariant(
                $"n: tensor 'a' of shape [{size}, {size}] has {size * size} numbers; a matrix holds at most 2147483591."
            ),
            Assert.Throws<InvalidDataException>(() => new SafetensorsHeader("n", header, 4 * size * size)).Message);
    }

    private static byte[] Safetensors(string header, byte[] numbers)
    {
        byte[] text = Encoding.Latin1.GetBytes(header), length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. numbers];
    }
}

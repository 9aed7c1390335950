using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace NeuralNotebooks.Tests;

public sealed class DataFilesTests : FolderedTests
{
    [Fact]
    public void Iris_has_150_flowers_of_3_species_and_the_means_of_Fishers_paper()
    {
        Dataset<double> iris = Iris.Load();
        Assert.Equal((4, 150), (iris.Features.Rows, iris.Features.Columns));
        Assert.Equal([50, 50, 50], Enumerable.Range(0, 3).Select(k => iris.Labels().Count(label => label == k)));
        double[][] means = [[5.006, 3.428, 1.462, 0.246], [5.936, 2.770, 4.260, 1.326], [6.588, 2.974, 5.552, 2.026]];
        for (int k = 0; k < 3; k++)
            iris.Slice(50 * k, 50).Features.RowMeans().ShouldBeCloseTo(Matrix.Column<double>(means[k]), 1e-12);
    }

    [Fact]
    public void Numbers_are_read_the_same_way_under_every_locale()
    {
        using IDisposable comma = DecimalComma.Begin();
        Assert.Equal(5.1, Iris.Load().Features[0, 0]);
    }

    [Fact]
    public void A_file_of_the_data_folder_is_found_from_a_folder_deep_below()
    {
        Directory.CreateDirectory(Folder.At("data"));
        string expected = Folder.File(Path.Combine("data", "x.csv"), "");
        string deep = Directory.CreateDirectory(Folder.At("artifacts/kit/deep")).FullName;
        Assert.Equal(expected, DataFolder.Find("x.csv", deep));
        Assert.Equal(expected, DataFolder.Find("x.csv", Path.GetTempPath(), deep));
    }

    [Fact]
    public void A_file_that_is_nowhere_is_reported_with_every_folder_searched()
    {
        FileNotFoundException exception = Assert.Throws<FileNotFoundException>(() =>
            DataFolder.Find("nothing.csv", Folder.Path)
        );
        for (DirectoryInfo? folder = new(Folder.Path); folder is not null; folder = folder.Parent)
            exception.Message.ShouldContain(Path.Combine(folder.FullName, "data") + "\n");
        exception.Message.ShouldContain("'nothing.csv'", "pass its path");
    }

    [Fact]
    public void The_test_images_of_MNIST_are_those_that_were_published()
    {
        LabelledImages test = Mnist.Load().Test;
        Assert.Equal((10_000, 28, 28), (test.Count, test.Height, test.Width));
        Assert.Equal([7, 2, 1, 0, 4], Enumerable.Range(0, 5).Select(test.Label));

        using IncrementalHash md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData([0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28]);
        for (int image = 0; image < test.Count; image++)
            md5.AppendData(test.Pixels(image));
        Assert.Equal("2646AC647AD5339DBF082846283269EA", Convert.ToHexString(md5.GetHashAndReset()));
    }

    [Fact]
    public void Images_become_examples_of_byte_over_255()
    {
        WriteMnist([0, 51, 255, 102, 1, 2, 3, 4], [3, 9]);
        Dataset<float> set = Mnist.Load(Folder.Path).Training.ToDataset<float>();
        Assert.Equal([0, 0.2f, 1, 0.4f], set.Features.ColumnSpan(0).ToArray());
        Assert.Equal([3, 9], set.Labels());
        Assert.Equal([9], Mnist.Load(Folder.Path).Training.ToDataset<double>(1, 1).Labels());
    }

    [Fact]
    public void A_gzipped_file_cut_off_anywhere_is_rejected()
    {
        byte[] whole = Pack(Idx([200], [.. Enumerable.Range(0, 200).Select(i => (byte)(i * i))]));
        for (int length = 0; length < whole.Length - 9; length++)   // the last 8 bytes are gzip's checksum and length
        {
            string path = Folder.File("cut.gz", whole[..length]);
            Fails.With<InvalidDataException>("cut.gz", () => IdxFile.Read(path, 1));
        }
    }

    [Fact]
    public void A_plain_file_must_have_the_size_that_its_header_announces()
    {
        Assert.Equal([1, 2, 3], Read(Idx([3], [1, 2, 3])).Entries);
        new InvalidCalls
        {
            () => Read(Idx([3], [1, 2])),
            () => Read(Idx([3], [1, 2, 3, 4])),
            () => Read(Idx([3, 1], [1, 2, 3])),
            () => Read([0, 0, 8, 1, 0]),
        }.ShouldBeApproved();

        IdxFile Read(byte[] bytes) => IdxFile.Read(Folder.File("x", bytes), 1);
    }

    [Theory]
    [Cases(
        int.MaxValue, // more than any array can hold
        1000 // a gigabyte, which could be allocated
    )]
    public void An_absurd_size_is_rejected_before_anything_is_allocated(int size)
    {
        byte[] plain = Idx([size, size, size], new byte[50]);
        foreach (byte[] file in (byte[][])[plain, Pack(plain)])
        {
            string path = Folder.File("x", file);
            long bytes = Allocations.Of(() =>
                Fails.With<InvalidDataException>("more than the file can hold", () => IdxFile.Read(path, 3)));
            Assert.InRange(bytes, 0, 200_000);
        }
    }

    [Fact]
    public void A_missing_file_of_MNIST_is_named() =>
        Fails.With<FileNotFoundException>("train-images-idx3-ubyte", () => Mnist.Load(Folder.Path));

    [Fact]
    public void Another_set_of_the_same_format_has_its_own_class_names()
    {
        WriteMnist(new byte[8], [1, 0]);
        Mnist fashion = Mnist.Load(Folder.Path, classNames: ["top", "trouser"]);
        Assert.Equal(["top", "trouser"], fashion.Training.ToDataset<float>().ClassNames);
    }

    [Fact]
    public void Labels_that_do_not_fit_the_images_or_the_classes_are_rejected()
    {
        new InvalidCalls
        {
            () => Load([1, 2, 3]),
            () => Load([1, 10]),
            () => Load([1, 2], "top", "trouser"),
        }.ShouldBeApproved();

        Mnist Load(byte[] labels, params string[] classNames)
        {
            WriteMnist(new byte[8], labels);
            return Mnist.Load(Folder.Path, classNames.Length > 0 ? classNames : null);
        }
    }

    [Fact]
    public void A_file_passed_as_the_folder_is_reported_as_a_file()
    {
        string path = Folder.At("train-images-idx3-ubyte");
        File.WriteAllBytes(path, []);
        Fails.As<DirectoryNotFoundException>(
            $"'{path}' is a file: the folder with the four files of MNIST was expected.", () => Mnist.Load(path));
    }

    private void WriteMnist(byte[] pixels, byte[] labels)
    {
        foreach (string set in (string[])["train", "t10k"])
        {
            Folder.File($"{set}-images-idx3-ubyte.gz", Pack(Idx([pixels.Length / 4, 2, 2], pixels)));
            Folder.File($"{set}-labels-idx1-ubyte.gz", Pack(Idx([labels.Length], labels)));
        }
    }

    internal static byte[] Idx(int[] sizes, byte[] entries)
    {
        byte[] header = new byte[4 * (1 + sizes.Length)];
        (header[2], header[3]) = (8, (byte)sizes.Length);
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (1 + i)), sizes[i]);
        return [.. header, .. entries];
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}

namespace NeuralNotebooks;

/// <summary>MNIST: 60,000 images of handwritten digits to train on, and 10,000 to test on, each of 28 × 28
/// bytes.</summary>
/// <remarks>Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".</remarks>
/// <example><c>Dataset&lt;float&gt; training = Mnist.Load().Training.ToDataset&lt;float&gt;();</c></example>
public sealed class Mnist
{
    private static readonly string[] _digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    private Mnist(LabelledImages training, LabelledImages test) => (Training, Test) = (training, test);

    /// <summary>The images to train on.</summary>
    public LabelledImages Training { get; }

    /// <summary>The images to test on. Use them only once, at the end.</summary>
    public LabelledImages Test { get; }

    /// <summary>Reads the four MNIST files, gzipped or not.</summary>
    /// <param name="folder">The folder with the files; null for <c>data/mnist</c> in the
    /// folder of this library, in the working directory, or in a parent folder of either.</param>
    /// <param name="classNames">The names of the classes, for another data set whose files have the same format, such
    /// as Fashion-MNIST. Default: the ten digits.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="DirectoryNotFoundException"><paramref name="folder"/> is the path of a file.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the numbers of images and labels differ, or a label
    /// has no class name.</exception>
    public static Mnist Load(string? folder = null, IReadOnlyList<string>? classNames = null) =>
        new(LoadImages(folder, "train", classNames ?? _digits), LoadImages(folder, "t10k", classNames ?? _digits));

    private static LabelledImages LoadImages(string? folder, string set, IReadOnlyList<string> classNames)
    {
        IdxFile images = IdxFile.Read(Find(folder, $"{set}-images-idx3-ubyte"), dimensions: 3);
        IdxFile labels = IdxFile.Read(Find(folder, $"{set}-labels-idx1-ubyte"), dimensions: 1);
        if (images.Sizes[0] != labels.Sizes[0])
            throw new InvalidDataException(
                $"{images.Name} holds {images.Sizes[0]} images and {labels.Name} {labels.Sizes[0]} labels: "
                    + $"the counts must match.");
        int wrong = Array.FindIndex(labels.Entries, label => label >= classNames.Count);
        if (wrong >= 0)
            throw new InvalidDataException(
                $"{labels.Name}: label {wrong} is {labels.Entries[wrong]}; a class 0 … "
                    + $"{classNames.Count - 1} was expected.");
        return new(images.Entries, labels.Entries, images.Sizes[1], images.Sizes[2], classNames);
    }

    private static string Find(string? folder, string name)
    {
        if (folder is null)
            return DataFolder.Find(Path.Combine("mnist", $"{name}.gz"));
        if (File.Exists(folder))
            throw new DirectoryNotFoundException(
                $"'{folder}' is a file: the folder with the four files of MNIST was expected.");
        string[] candidates = [Path.Combine(folder, $"{name}.gz"), Path.Combine(folder, name)];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"There is neither '{name}.gz' nor '{name}' in the folder '{folder}'.", candidates[0]);
    }
}

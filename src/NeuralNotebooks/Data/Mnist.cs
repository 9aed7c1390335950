namespace NeuralNotebooks;

/// <summary>MNIST: 60,000 images of handwritten digits to train on, and 10,000 to test on, each of 28 × 28 bytes.</summary>
/// <remarks>Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".</remarks>
/// <example><c>Dataset&lt;float&gt; training = Mnist.Load().Training.ToDataset&lt;float&gt;();</c></example>
public sealed class Mnist
{
    private const int Digits = 10;

    private Mnist(LabelledImages training, LabelledImages test) => (Training, Test) = (training, test);

    /// <summary>The images to train on.</summary>
    public LabelledImages Training { get; }

    /// <summary>The images to test on: once, at the end.</summary>
    public LabelledImages Test { get; }

    /// <summary>Reads the four files of MNIST, packed (.gz) or not.</summary>
    /// <param name="folder">The folder with the files; null for <c>mnist</c> in the repository's data folder.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels do not fit together.</exception>
    public static Mnist Load(string? folder = null) => new(LoadImages(folder, "train"), LoadImages(folder, "t10k"));

    private static LabelledImages LoadImages(string? folder, string set)
    {
        IdxFile images = IdxFile.Read(Find(folder, $"{set}-images-idx3-ubyte"), dimensions: 3);
        IdxFile labels = IdxFile.Read(Find(folder, $"{set}-labels-idx1-ubyte"), dimensions: 1);
        if (images.Sizes[0] != labels.Sizes[0])
            throw new InvalidDataException($"{images.Name} holds {images.Sizes[0]} images and {labels.Name} {labels.Sizes[0]} labels: they must be as many.");
        int wrong = Array.FindIndex(labels.Entries, label => label >= Digits);
        if (wrong >= 0)
            throw new InvalidDataException($"{labels.Name}: label {wrong} is {labels.Entries[wrong]}; a digit 0 … {Digits - 1} was expected.");
        return new(images.Entries, labels.Entries, images.Sizes[1], images.Sizes[2], Digits);
    }

    private static string Find(string? folder, string name)
    {
        if (folder is null)
            return DataFolder.Find(Path.Combine("mnist", $"{name}.gz"));
        string[] candidates = [Path.Combine(folder, $"{name}.gz"), Path.Combine(folder, name)];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"There is neither '{name}.gz' nor '{name}' in the folder '{folder}'.", candidates[0]);
    }
}

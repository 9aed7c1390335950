namespace NeuralNotebooks;

/// <summary>Fisher's Iris data: four measurements of 150 flowers of three species.</summary>
/// <remarks>R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals of Eugenics 7,
/// 1936.</remarks>
public static class Iris
{
    private static readonly string[] _features =
    [
        "sepal_length_cm",
        "sepal_width_cm",
        "petal_length_cm",
        "petal_width_cm",
    ];

    /// <summary>The names of the species, in the order of the classes 0, 1, 2.</summary>
    public static IReadOnlyList<string> Species { get; } = ["setosa", "versicolor", "virginica"];

    /// <summary>Loads the flowers: 4 measurements in cm × 150, with one-hot targets 3 × 150.</summary>
    /// <param name="path">A CSV file with the same columns; null for the data set that is embedded in this
    /// library.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A column is missing, or a line is malformed.</exception>
    public static Dataset<double> Load(string? path = null) => Load<double>(path);

    /// <inheritdoc cref="Load(string?)"/>
    public static Dataset<T> Load<T>(string? path = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        CsvTable table = path is null ? CsvTable.OfLibrary("iris.csv") : CsvTable.Read(path);
        Matrix<T> features = new(_features.Length, table.RowCount);
        for (int feature = 0; feature < _features.Length; feature++)
        {
            double[] numbers = table.Numbers(_features[feature]);
            for (int flower = 0; flower < numbers.Length; flower++)
                features[feature, flower] = T.CreateChecked(numbers[flower]);
        }
        Matrix<T> targets = OneHot.Encode<T>(table.Labels("species", Species), Species.Count);
        return new(
            features,
            targets,
            [.. _features.Select(name => name.Replace("_cm", " (cm)", StringComparison.Ordinal).Replace('_', ' '))],
            Species
        );
    }
}

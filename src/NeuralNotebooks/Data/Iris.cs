namespace NeuralNotebooks;

/// <summary>Fisher's Iris data: four measurements of 150 flowers of three species.</summary>
/// <remarks>R. A. Fisher, "The use of multiple measurements in taxonomic problems", Annals of Eugenics 7,
/// 1936.</remarks>
public static class Iris
{
    private static readonly List<string> _species = ["setosa", "versicolor", "virginica"];

    /// <summary>The names of the species, in the order of the classes 0, 1, 2.</summary>
    public static IReadOnlyList<string> Species => _species;

    /// <summary>Loads the flowers: 4 measurements in cm × 150, with one-hot targets 3 × 150.</summary>
    public static Dataset<double> Load() => Load<double>();

    /// <inheritdoc cref="Load()"/>
    public static Dataset<T> Load<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using StreamReader table = new(typeof(Iris).Assembly.GetManifestResourceStream("iris.csv")!);
        table.ReadLine();   // the names of the columns
        List<T> features = [];
        List<int> species = [];
        while (table.ReadLine()?.Split(',') is [.. var measurements, var name])
        {
            features.AddRange(measurements.Select(number => T.Parse(number, CultureInfo.InvariantCulture)));
            species.Add(_species.IndexOf(name));
        }
        return new(
            Matrix.Over([.. features], 0, 4, species.Count),
            OneHot.Encode<T>([.. species], _species.Count),
            ["sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)"],
            Species);
    }
}

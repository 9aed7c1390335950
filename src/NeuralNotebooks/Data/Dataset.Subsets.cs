namespace NeuralNotebooks;

// Subsets of the examples or features.
public sealed partial class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A set with only the examples at the given indices, in that order; they are copied.</summary>
    /// <exception cref="ArgumentException">No example is chosen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no example at such an index.</exception>
    public Dataset<T> Select(params ReadOnlySpan<int> examples)
    {
        if (examples.IsEmpty)
            throw new ArgumentException("No example is chosen: a set needs at least one.", nameof(examples));
        Matrix<T> targets = Columns(Targets, examples);
        return Bytes is ByteFeatures bytes
            ? new(bytes.Select(examples), targets, FeatureNames, ClassNames)
            : new(Columns(Features, examples), targets, FeatureNames, ClassNames);
    }

    private static Matrix<T> Columns(Matrix<T> matrix, ReadOnlySpan<int> chosen)
    {
        Matrix<T> columns = new(matrix.Rows, chosen.Length);
        for (int column = 0; column < chosen.Length; column++)
            matrix.ColumnSpan(chosen[column]).CopyTo(columns.ColumnSpan(column));
        return columns;
    }

    /// <summary>A set with only some adjacent examples, as a view: they are not copied.</summary>
    /// <exception cref="ArgumentException">The count is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such examples.</exception>
    public Dataset<T> Slice(int start, int count) => Bytes is ByteFeatures bytes
        ? new(bytes.Slice(start, count), Targets.Columns(start, count), FeatureNames, ClassNames)
        : new(Features.Columns(start, count), Targets.Columns(start, count), FeatureNames, ClassNames);

    /// <summary>A set with only the given features, in that order, such as the two petal measurements of Iris; they are
    /// copied.</summary>
    /// <exception cref="ArgumentException">No feature is chosen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no feature at such an index.</exception>
    public Dataset<T> SelectFeatures(params ReadOnlySpan<int> features)
    {
        if (features.IsEmpty)
            throw new ArgumentException("No feature is chosen: a set needs at least one.", nameof(features));
        Matrix<T> chosen = new(features.Length, Count);
        for (int row = 0; row < features.Length; row++)
            for (int example = 0; example < Count; example++)
                chosen[row, example] = Features[features[row], example];
        string[]? names = FeatureNames is null
            ? null
            : Array.ConvertAll(features.ToArray(), feature => FeatureNames[feature]);
        return new(chosen, Targets, names, ClassNames);
    }

    /// <summary>Splits the examples at random into a training set and a test set.</summary>
    /// <param name="trainFraction">The fraction of the examples to train on, between 0 and 1.</param>
    /// <param name="seed">The same seed gives the same split.</param>
    /// <param name="stratified">Whether each class is divided in the same proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the sets would be empty.</exception>
    public (Dataset<T> Training, Dataset<T> Test) Split(double trainFraction, int seed = 0, bool stratified = false)
    {
        Random random = new(seed);
        int[] order = [.. Enumerable.Range(0, Count)];
        random.Shuffle(order);
        bool[] isTraining = new bool[Count];
        foreach (IGrouping<int, int> group in order.GroupBy(example => stratified ? Label(example) : 0))
        {
            int[] members = [.. group];
            int count = double.IsNaN(trainFraction)
                ? 0
                : (int)Math.Round(Math.Clamp(trainFraction, 0, 1) * members.Length);
            foreach (int example in members.AsSpan(0, count))
                isTraining[example] = true;
        }
        int[] training = [.. order.Where(example => isTraining[example])],
            test = [.. order.Where(example => !isTraining[example])];
        if (training.Length == 0 || test.Length == 0)
            throw new ArgumentOutOfRangeException(
                nameof(trainFraction),
                Invariant(
                    $"A training part of {trainFraction} divides {Count} examples into {training.Length} and "
                        + $"{test.Length}: each set needs at least one."));
        return (Select(training), Select(test));
    }
}

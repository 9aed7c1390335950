namespace NeuralNotebooks;

/// <summary>Examples with their targets, the outputs that a network should compute for them. Columns are
/// examples.</summary>
/// <remarks>The matrices are not copied: the set shares them with the caller. Images are stored as bytes. Training
/// converts them to numbers batch by batch; the first use of <see cref="Features"/> converts all of them.</remarks>
public sealed partial class Dataset<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ByteFeatures? _bytes;
    private Matrix<T>? _features;

    /// <summary>Creates a set from features and targets.</summary>
    /// <param name="features">X: features × examples.</param>
    /// <param name="targets">Y: outputs × examples; for classes, one-hot columns.</param>
    /// <param name="featureNames">A name for each feature.</param>
    /// <param name="classNames">A name for each class: one for each row of the targets, or two if the targets are one
    /// row of 0 and 1.</param>
    /// <exception cref="ArgumentException">
    /// The numbers of columns differ, a matrix is empty, an entry is NaN or infinite, or the number of names is wrong.
    /// </exception>
    public Dataset(
        Matrix<T> features,
        Matrix<T> targets,
        IReadOnlyList<string>? featureNames = null,
        IReadOnlyList<string>? classNames = null)
    {
        ThrowIfNull(features);
        ThrowIfNull(targets);
        if (features.Columns != targets.Columns)
            throw Shape.Mismatch(
                ShapeRule.Examples,
                (features, "X"),
                (targets, "Y"),
                "they must have the same number of columns, one for each example.");
        if (features.Count == 0 || targets.Count == 0)
            throw Empty(Shape.Of(features), targets);
        if (featureNames is not null && featureNames.Count != features.Rows)
            throw new ArgumentException(
                $"There are {featureNames.Count} feature names and X is {Shape.Of(features)}: there must be "
                    + $"{features.Rows} names.",
                nameof(featureNames));
        CheckClassNames(targets, classNames);
        (_features, Targets, FeatureNames, ClassNames) = (features, targets, featureNames, classNames);
        CheckFinite();
    }

    internal Dataset(
        ByteFeatures bytes,
        Matrix<T> targets,
        IReadOnlyList<string>? featureNames = null,
        IReadOnlyList<string>? classNames = null)
    {
        if (targets.Count == 0)
            throw Empty(Shape.Text(bytes.Rows, targets.Columns), targets);
        CheckClassNames(targets, classNames);
        (_bytes, Targets, FeatureNames, ClassNames) = (bytes, targets, featureNames, classNames);
        CheckFinite();
    }

    /// <summary>The number of examples.</summary>
    public int Count => Targets.Columns;

    /// <summary>The number of features of an example.</summary>
    public int FeatureCount => _bytes?.Rows ?? _features!.Rows;

    /// <summary>X: features × examples.</summary>
    /// <remarks>For a set of images, the first use allocates the matrix; from then on the set uses the matrix instead
    /// of the bytes. As floats, all images need four times the memory of the bytes. To convert only some of them, take
    /// a slice: <c>set.Slice(0, 100).Features</c>.</remarks>
    public Matrix<T> Features => Volatile.Read(ref _features) ?? MakeFeatures();

    /// <summary>Y: outputs × examples.</summary>
    public Matrix<T> Targets { get; }

    /// <summary>The names of the features, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; }

    /// <summary>The names of the classes, or null.</summary>
    public IReadOnlyList<string>? ClassNames { get; }

    /// <summary>The number of classes: the rows of one-hot targets, or 2 if the targets are one row.</summary>
    public int ClassCount => Math.Max(2, Targets.Rows);

    /// <summary>The class of an example: the row of its largest target. If the targets have only one row, the class is
    /// 1 for a target above ½ and 0 otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public int Label(int example)
    {
        return Targets.Rows == 1 ? (Targets[0, example] > T.CreateChecked(0.5) ? 1 : 0) : Targets.RowOfLargest(example);
    }

    /// <summary>The class of every example.</summary>
    public int[] Labels() => [.. Enumerable.Range(0, Count).Select(Label)];

    /// <summary>The images; null if this is not a set of images, or if its <see cref="Features"/> have been
    /// used.</summary>
    private ByteFeatures? Bytes => Volatile.Read(ref _features) is null ? _bytes : null;

    internal string FeatureShape => Shape.Text(FeatureCount, Count);

    /// <summary>Throws if a number is NaN or infinite. Training checks this again before it begins, since the caller
    /// shares the matrices and may have changed them.</summary>
    internal void CheckFinite()
    {
        if (Bytes is null)
            Finite.Check(Features, "X", FeatureNames);
        Finite.Check(Targets, "Y");
    }

    /// <summary>Copies chosen examples into the columns of two matrices from <paramref name="first"/> on; allocates
    /// nothing.</summary>
    internal void Gather(ReadOnlySpan<int> examples, Matrix<T> features, Matrix<T> targets, int first)
    {
        StridedCopy.Gather(Targets.AsSpan(), examples, targets.Rows, targets.AsSpan()[(first * targets.Rows)..]);
        if (Bytes is ByteFeatures bytes)
            bytes.CopyTo(examples, features, first);
        else
            StridedCopy.Gather(
                Features.AsSpan(), examples, features.Rows, features.AsSpan()[(first * features.Rows)..]);
    }

    /// <summary>The features of adjacent examples: a view, or for images the buffer, which is reallocated if its size
    /// is wrong.</summary>
    internal Matrix<T> FeaturesOf(int start, int count, ref Matrix<T>? buffer)
    {
        if (Bytes is not ByteFeatures bytes)
            return Features.Columns(start, count);
        if (buffer?.Columns != count)
            buffer = new(FeatureCount, count);
        for (int column = 0; column < count; column++)
            bytes.CopyTo(start + column, buffer.ColumnSpan(column));
        return buffer;
    }

    private static ArgumentException Empty(string features, Matrix<T> targets) =>
        new(
            $"X is {features} and Y is {Shape.Of(targets)}: a set needs at least one example (column), one "
                + $"feature and one output (rows).",
            nameof(features));

    private static void CheckClassNames(Matrix<T> targets, IReadOnlyList<string>? classNames)
    {
        int classes = Math.Max(2, targets.Rows);
        if (classNames is not null && classNames.Count != classes)
            throw new ArgumentException(
                $"There are {classNames.Count} class names and Y is {Shape.Of(targets)}: there must be "
                    + $"{classes} names.",
                nameof(classNames));
    }

    // Several threads may run this at the same time: all return the matrix of the first that finishes.
    private Matrix<T> MakeFeatures()
    {
        Matrix<T> made = _bytes!.ToMatrix<T>();
        return Interlocked.CompareExchange(ref _features, made, null) ?? made;
    }
}

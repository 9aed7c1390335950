namespace NeuralNotebooks;

/// <summary>The one-hot encoding of classes: a column with a single 1.</summary>
public static class OneHot
{
    /// <summary>Each label as a column (classes × labels) with 1 in the row of the label and 0 elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A label is not in 0 … classes − 1, or there are no
    /// classes.</exception>
    public static Matrix<T> Encode<T>(ReadOnlySpan<int> labels, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ThrowIfNegativeOrZero(classes);
        Matrix<T> encoded = new(classes, labels.Length);
        for (int example = 0; example < labels.Length; example++)
        {
            CheckLabel(labels[example], example, classes, nameof(labels));
            encoded[labels[example], example] = T.One;
        }
        return encoded;
    }

    internal static void CheckLabel(int label, int example, int classes, string name)
    {
        if (label < 0 || label >= classes)
            throw new ArgumentOutOfRangeException(
                name,
                $"Label {label} of example {example} is out of range: with {classes} classes, labels are 0 … "
                    + $"{classes - 1}.");
    }
}

namespace NeuralNotebooks;

/// <summary>The mean loss and accuracy over the examples of several batches.</summary>
internal struct RunningMean
{
    private double _lossSum, _correctSum;
    private int _examples;
    private bool _hasNoClasses;

    public readonly double Loss => _lossSum / _examples;

    /// <summary>Null if the loss is not for classification.</summary>
    public readonly double? Accuracy => _hasNoClasses ? null : _correctSum / _examples;

    public void Add(double loss, double? accuracy, int examples)
    {
        _lossSum += loss * examples;
        _correctSum += (accuracy ?? 0) * examples;
        _examples += examples;
        _hasNoClasses |= accuracy is null;
    }
}

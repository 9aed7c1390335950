namespace NeuralNotebooks;

/// <summary>The results of one epoch of training.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean loss over the examples, each computed with the weights before the step of its
/// batch.</param>
/// <param name="Accuracy">The fraction of the examples classified correctly (0 … 1), with the same weights; null if the
/// loss is not for classification.</param>
/// <param name="ValidationLoss">The loss on the validation set at the end of the epoch; null if there is no such
/// set.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation set (0 … 1); null if there is no such set, or if the
/// loss is not for classification.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="Seconds">The duration of the epoch in seconds, including validation.</param>
public sealed record EpochResult(
    int Epoch,
    double Loss,
    double? Accuracy,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double LearningRate,
    double Seconds)
{
    /// <summary>The result as one line of text, with the names and numbers of the columns of
    /// <see cref="History.ToHtml"/>.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            [
                $"epoch {NumberText.Plain(Epoch)}",
                .. from column in Columns
                let value = column.Value(this)
                where value is not null
                select $"{column.Name} {NumberText.Plain(value.Value)}",
            ]);

    /// <summary>The columns for display: fractions as percentages, missing values as null.</summary>
    internal static IReadOnlyList<(string Name, Func<EpochResult, double?> Value)> Columns { get; } =
    [
        ("loss", epoch => epoch.Loss),
        ("accuracy (%)", epoch => 100 * epoch.Accuracy),
        ("validation loss", epoch => epoch.ValidationLoss),
        ("validation accuracy (%)", epoch => 100 * epoch.ValidationAccuracy),
        ("learning rate", epoch => epoch.LearningRate),
        ("seconds", epoch => epoch.Seconds),
    ];
}

/// <summary>The history of a training run: one <see cref="EpochResult"/> for each epoch.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class History : IHtml
{
    private readonly List<EpochResult> _epochs = [];

    internal History()
    {
    }

    /// <summary>The epochs, from the first.</summary>
    public IReadOnlyList<EpochResult> Epochs => _epochs;

    /// <summary>The last epoch.</summary>
    /// <exception cref="InvalidOperationException">No epoch has ended.</exception>
    public EpochResult Last =>
        _epochs.Count > 0 ? _epochs[^1] : throw new InvalidOperationException("No epoch has ended yet.");

    /// <summary>Whether early stopping ended the training before its last epoch.</summary>
    public bool StoppedEarly { get; internal set; }

    /// <summary>The total duration of all epochs in seconds.</summary>
    public double Seconds => _epochs.Sum(epoch => epoch.Seconds);

    /// <summary>An HTML table with a row for each epoch; of more than 17, the first and the last eight.</summary>
    public string ToHtml()
    {
        const int shownAtEachEnd = 8;
        HtmlTable table = new(ToString());
        table.Headers(["epoch", .. EpochResult.Columns.Select(column => column.Name)]);
        for (int i = 0; i < _epochs.Count; i++)
        {
            if (i == shownAtEachEnd && _epochs.Count > 2 * shownAtEachEnd + 1)
            {
                i = _epochs.Count - shownAtEachEnd;
                table.BeginRow("⋮");
            }
            EpochResult epoch = _epochs[i];
            table.BeginRow(NumberText.Plain(epoch.Epoch));
            foreach ((_, Func<EpochResult, double?> value) in EpochResult.Columns)
            {
                if (value(epoch) is { } number)
                    table.Number(number);
                else
                    table.Text("–");
            }
        }
        return table.ToString();
    }

    /// <summary>The number of epochs, their duration, and the last loss.</summary>
    public override string ToString() =>
        _epochs.Count == 0
            ? "No epoch has ended"
            : Invariant(
                $"{_epochs.Count} epoch{(_epochs.Count == 1 ? "" : "s")} in {Seconds:0.00} s"
                    + $"{(StoppedEarly ? ", stopped early" : "")}; last loss {NumberText.Plain(Last.Loss)}");

    internal void Add(EpochResult epoch) => _epochs.Add(epoch);
}

namespace NeuralNotebooks;

/// <summary>A progress bar for training.</summary>
/// <param name="Loss">The mean loss of the batches of this epoch so far.</param>
/// <param name="TimeLeft">The estimated time left; null if it is not shown.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource), PreferredMimeTypes = ["text/html", DisplayFacts.Type])]
internal sealed record TrainingBar(TrainingProgress Progress, double Loss, TimeSpan? TimeLeft) : IHtml
{
    JsonObject? IHtml.Facts => new() { ["progress"] = true };

    public string ToHtml()
    {
        string percent = (100 * Progress.Part).ToString("0.#", CultureInfo.InvariantCulture);
        return $"""<div role="progressbar" aria-label="training" aria-valuenow="{percent}" style="max-width:32em">"""
            + """<div style="height:0.4em;border-radius:0.2em;background:rgba(128,128,128,0.25)">"""
            + $"""<div style="width:{percent}%;height:100%;border-radius:inherit;background:rgb(0,114,178)"></div>"""
            + "</div>"
            + $"""<div style="font-size:85%;opacity:0.75;font-variant-numeric:tabular-nums">{this}</div></div>""";
    }

    public override string ToString()
    {
        string batch =
            Progress.Batch == Progress.Batches
                ? ""
                : Invariant($" · batch {Progress.Batch} of {Progress.Batches}");
        string left = TimeLeft is { } time && Progress.Part < 1 ? " · about " + Rounded(time) + " left" : "";
        return Invariant($"epoch {Progress.Epoch} of {Progress.Epochs}{batch} · loss {NumberText.Html(Loss)}{left}");
    }

    private static string Rounded(TimeSpan time)
        => time.TotalSeconds < 1 ? "1 s"
            : time.TotalSeconds < 90 ? Invariant($"{time.TotalSeconds:0} s")
            : Invariant($"{time.TotalMinutes:0} min");
}

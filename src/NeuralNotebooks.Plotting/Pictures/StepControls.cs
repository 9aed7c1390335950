namespace NeuralNotebooks.Plotting;

/// <summary>The controls under a drawing with steps or frames.</summary>
internal static class StepControls
{
    public static string Html(string name, int last, string label) => PageControls.Row(
        "data-nn-controls",
        Go("first", "First step", "«") + Go("back", "Step back", "‹") + Go("play", "Play", "▶")
            + Go("next", "Next step", "›") + Go("last", "Last step", "»") + PageControls.Slider(name, last, label));

    private static string Go(string where, string label, string sign) =>
        PageControls.Button(label, sign, $" data-nn-go=\"{where}\"");
}

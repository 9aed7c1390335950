namespace NeuralNotebooks.Course;

/// <summary>How a verdict in one state looks.</summary>
/// <param name="Name">The state's name in the facts that a page gets.</param>
internal sealed record VerdictLook(string Heading, string Name, string Mark, string Accent, string Tint)
{
    private static readonly VerdictLook
        _correct = new("Correct", "correct", "✓", Palette.Green, "rgba(0,158,115,.12)"),
        _almost = new("Almost", "almost", "◐", "#e69f00", "rgba(230,159,0,.14)"),
        _notYet = new("Not yet", "not-yet", "○", "#3b8fc4", "rgba(86,180,233,.13)"),
        _couldNotBeChecked = new("Could not be checked", "error", "!", Palette.Orange, "rgba(213,94,0,.12)");

    public static VerdictLook Of(VerdictState state) => state switch
    {
        VerdictState.Correct => _correct,
        VerdictState.Almost => _almost,
        VerdictState.NotYet => _notYet,
        _ => _couldNotBeChecked,
    };
}

namespace NeuralNotebooks.Site;

/// <summary>How a prompt and what answers it follow each other on a page.</summary>
internal enum PredictionStage
{
    /// <summary>Nothing has been asked, or all of it is answered.</summary>
    None,

    /// <summary>A prompt asks for a prediction; no cell has shown anything since.</summary>
    Asked,

    /// <summary>A figure that its reader moves stands below the prompt: with it they find the answer.</summary>
    Moves,

    /// <summary>The answer waits until the reader has guessed, and with it what reads the answer.</summary>
    Waits,
}

/// <summary>
/// What a page holds back after a prompt: the output that answers it, and what follows that output, up to the next
/// heading, prompt, or code cell that does not depend on it.
/// </summary>
internal sealed class Prediction
{
    /// <summary>In an output: what its reader moves.</summary>
    private static readonly string[] _moves = ["data-nn-interactive", "data-nn-control=\""];

    /// <summary>What an output shows, by the first of these marks that is in it.</summary>
    private static readonly (string Mark, string Name)[] _kinds =
    [
        ("data-nn-picture", "the chart"),
        ("<svg", "the picture"),
        ("<table", "the table"),
        ("<img", "the picture"),
        ("<pre", "what it prints"),
    ];

    private readonly HashSet<string> _names = [];

    public PredictionStage Stage { get; private set; }

    /// <summary>A prompt asks for a prediction.</summary>
    public void Ask()
    {
        _names.Clear();
        Stage = PredictionStage.Asked;
    }

    /// <summary>What comes now is no part of the answer.</summary>
    public void End() => Stage = PredictionStage.None;

    /// <summary>What follows a figure that moves says what was to be found.</summary>
    public void Wait() => Stage = PredictionStage.Waits;

    /// <summary>Takes the next code cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="names">The names that it declares and uses.</param>
    /// <param name="outputs">Its outputs as HTML.</param>
    /// <param name="claims">Whether it checks claims of the text: such a cell stays with what it checks.</param>
    /// <returns>Whether its output is the answer that waits.</returns>
    public bool Take(CodeCell cell, CodeNames names, string outputs, bool claims)
    {
        if (Stage == PredictionStage.None)
            return false;
        if (Stage == PredictionStage.Waits && !claims && !names.Uses.Overlaps(_names))
        {
            End();
            return false;
        }

        _names.UnionWith(names.Gives);
        if (Stage == PredictionStage.Waits || claims || cell.Outputs.All(IsProgress))
            return false;
        Stage = Moves(outputs) ? PredictionStage.Moves : PredictionStage.Waits;
        return Stage == PredictionStage.Waits;
    }

    /// <summary>Whether an output shows nothing but how far the cell has come.</summary>
    private static bool IsProgress(Output output) =>
        output is DisplayData display && display.Data.Text(MimeBundle.Html) is { } html
        && html.StartsWith("<div role=\"progressbar\"", StringComparison.Ordinal);

    /// <summary>Whether its reader moves something in an output.</summary>
    public static bool Moves(string outputs) => _moves.Any(mark => outputs.Contains(mark, StringComparison.Ordinal));

    /// <summary>An answer behind the button that names it.</summary>
    /// <param name="outputs">The answer as HTML; empty where the text below says it.</param>
    public static string Answer(string outputs)
    {
        string kind = _kinds.FirstOrDefault(kind => outputs.Contains(kind.Mark, StringComparison.Ordinal)).Name
            ?? "the answer";
        return $"<details class=\"answer\"><summary class=\"tool\">I have guessed: show {kind}</summary>"
            + $"{outputs}</details>";
    }
}

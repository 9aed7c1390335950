namespace NeuralNotebooks.Site;

/// <summary>The state of a page between a prompt, which asks the reader for a prediction, and its answer.</summary>
internal enum PredictionStage
{
    /// <summary>There is no open prompt.</summary>
    None,

    /// <summary>There was a prompt, and no cell has shown anything since.</summary>
    Asked,

    /// <summary>After the prompt there was an interactive figure, with which the reader can find the answer.</summary>
    Moves,

    /// <summary>After the prompt there was the answer. It is hidden until the reader has guessed, and so is the text
    /// that interprets it.</summary>
    Waits,
}

/// <summary>
/// Decides what a page hides after a prompt until the reader has guessed: the output that answers the prompt, and what
/// follows that output, up to the next heading, prompt, or code cell that has nothing to do with it. A code cell has to
/// do with the answer if it uses a name that the answer's cell declares, or a name that both use and that was declared
/// in the same section. Such a cell often shows the same result in another way.
/// </summary>
internal sealed class Prediction
{
    /// <summary>The names by which a cell has to do with the answer.</summary>
    private readonly HashSet<string> _names = [];

    /// <summary>The names that were declared since the last heading.</summary>
    private readonly HashSet<string> _declared = [];

    public PredictionStage Stage { get; private set; }

    /// <summary>Records a prompt that asks for a prediction.</summary>
    public void Ask()
    {
        _names.Clear();
        Stage = PredictionStage.Asked;
    }

    /// <summary>Records a heading, which ends the answer.</summary>
    public void BeginSection()
    {
        _declared.Clear();
        End();
    }

    /// <summary>Ends the answer: what follows is not hidden.</summary>
    public void End() => Stage = PredictionStage.None;

    /// <summary>Hides what follows: it is the text after an interactive figure, which states the answer.</summary>
    public void Wait() => Stage = PredictionStage.Waits;

    /// <summary>Records the next code cell.</summary>
    /// <param name="names">The names that the cell declares and uses.</param>
    /// <param name="outputs">The cell's outputs.</param>
    /// <param name="isClaim">Whether the cell only checks claims of the text. Such a cell does not end the
    /// answer.</param>
    /// <returns>Whether the cell's output is the answer and has to be hidden.</returns>
    public bool Take(CodeNames names, OutputFacts outputs, bool isClaim)
    {
        string[] shared = [.. names.Reads.Intersect(_declared)];
        _declared.UnionWith(names.Defines);
        if (Stage == PredictionStage.None)
            return false;
        if (Stage == PredictionStage.Waits && !isClaim && !names.Reads.Overlaps(_names))
        {
            End();
            return false;
        }

        _names.UnionWith(names.Defines);
        if (Stage != PredictionStage.Waits)
            _names.UnionWith(shared);
        if (Stage == PredictionStage.Waits || isClaim || outputs.AreOnlyProgress)
            return false;
        Stage = outputs.CanBeMoved ? PredictionStage.Moves : PredictionStage.Waits;
        return Stage == PredictionStage.Waits;
    }
}

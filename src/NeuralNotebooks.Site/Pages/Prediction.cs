namespace NeuralNotebooks.Site;

/// <summary>The state of a page at the answer to a prompt.</summary>
internal enum PredictionStage
{
    /// <summary>There is no answer.</summary>
    None,

    /// <summary>There was an interactive figure, with which the reader can find the answer.</summary>
    Moves,

    /// <summary>There was the answer. It is hidden until the reader has guessed, and so is the text that interprets
    /// it.</summary>
    Waits,
}

/// <summary>
/// Decides what a page hides until the reader has guessed: the output of a cell with the tag
/// <see cref="CellTags.Answer"/>, and what follows that output, up to the next heading, prompt, or code cell without
/// the tag.
/// </summary>
internal sealed class Prediction
{
    public PredictionStage Stage { get; private set; }

    /// <summary>Ends the answer: what follows is not hidden.</summary>
    public void End() => Stage = PredictionStage.None;

    /// <summary>Hides what follows: it is the text after an interactive figure, which states the answer.</summary>
    public void Wait() => Stage = PredictionStage.Waits;

    /// <summary>Records the next code cell.</summary>
    /// <param name="isTagged">Whether the cell has the tag of an answer.</param>
    /// <param name="outputs">The cell's outputs.</param>
    /// <param name="isClaim">Whether the cell only checks claims of the text. Such a cell does not end the
    /// answer.</param>
    /// <returns>Whether the cell's output is the answer and has to be hidden.</returns>
    public bool Take(bool isTagged, OutputFacts outputs, bool isClaim)
    {
        if (outputs.HasError || outputs.HasVerdict || !(isTagged || isClaim))
            End();
        else if (isTagged && Stage != PredictionStage.Waits && !outputs.AreOnlyProgress)
        {
            Stage = outputs.CanBeMoved ? PredictionStage.Moves : PredictionStage.Waits;
            return Stage == PredictionStage.Waits;
        }
        return false;
    }
}

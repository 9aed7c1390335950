namespace NeuralNotebooks.Engine;

/// <summary>Thrown if text in another language or a magic command has failed. The message is shown to the author of the
/// cell.</summary>
/// <param name="isMissing">Whether there is no program for the language, so that later cells may still run.</param>
public sealed class ForeignCodeException(string message, bool isMissing = false) : Exception(message)
{
    public bool IsMissing => isMissing;
}

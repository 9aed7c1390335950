namespace NeuralNotebooks.Engine;

/// <summary>Thrown if text in another language or a magic command has failed. The author sees the message.</summary>
/// <param name="line">The line of the text, from 1, that the message is about.</param>
/// <param name="isMissing">Whether there is no program for the language, so that later cells may still run.</param>
public sealed class ExtensionCodeException(string message, int line = 1, bool isMissing = false) : Exception(message)
{
    public int Line => line;

    public bool IsMissing => isMissing;
}

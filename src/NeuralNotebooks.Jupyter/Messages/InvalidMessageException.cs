namespace NeuralNotebooks.Jupyter;

/// <summary>Thrown for frames that are not a valid message. They are ignored.</summary>
internal sealed class InvalidMessageException(string reason) : Exception($"A message is dropped: {reason}.")
{
    public string Reason => reason;
}

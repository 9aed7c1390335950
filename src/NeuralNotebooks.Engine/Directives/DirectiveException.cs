namespace NeuralNotebooks.Engine;

/// <summary>An invalid directive, with its place; the message also says how to correct it.</summary>
internal sealed class DirectiveException(string message, TextPlace place, Exception? cause = null)
    : Exception(message, cause)
{
    public TextPlace Place => place;
}

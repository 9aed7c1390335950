namespace NeuralNotebooks.Engine;

internal sealed class DirectiveException(string message, TextPlace place, Exception? cause = null)
    : Exception(message, cause)
{
    public TextPlace Place => place;
}

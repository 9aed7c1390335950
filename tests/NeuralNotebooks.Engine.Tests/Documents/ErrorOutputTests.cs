namespace NeuralNotebooks.Engine.Tests;

public sealed class ErrorOutputTests
{
    [Theory]
    [Cases(
        "DirectiveError", "There is no file x.", "cell 2, line 1: error: There is no file x.\n    1 | #!import x",
        "cell 2, line 1\n    1 | #!import x",
        "CS0029", "Cannot convert.", "cell 2, line 1: error CS0029: Cannot convert.\n    1 | int x",
        "cell 2, line 1\n    1 | int x",
        "Exception", "oh", "Exception: oh\n   at cell 3, line 1", "   at cell 3, line 1",
        "Exception", "oh", "   at cell 3, line 1", "   at cell 3, line 1",
        "Interrupted", "It was.", "It was.", "")]
    public void The_message_of_an_error_is_shown_once(string name, string message, string trace, string details) =>
        Assert.Equal(details, new ErrorOutput(name, message, [new(trace)]).Details());
}

namespace NeuralNotebooks.Plotting.Tests;

internal static class Refusals
{
    /// <summary>An argument that is refused, with a part of what the message says.</summary>
    public static void Refused(string message, Func<object?> plot)
    {
        ArgumentException refusal = Assert.ThrowsAny<ArgumentException>(plot);

        refusal.Message.ShouldContain(message);
    }
}

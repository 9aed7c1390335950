namespace NeuralNotebooks.Tests;

internal static class Fails
{
    /// <summary>Asserts that the exception has exactly this message.</summary>
    public static void As<T>(string message, Func<object?> action)
        where T : Exception => Assert.Equal(message, Assert.Throws<T>(action).Message);

    public static void As<T>(string message, Action action)
        where T : Exception => Assert.Equal(message, Assert.Throws<T>(action).Message);

    /// <summary>Asserts that the exception's message contains this text.</summary>
    public static void With<T>(string text, Func<object?> action)
        where T : Exception => Assert.Contains(text, Assert.Throws<T>(action).Message, StringComparison.Ordinal);

    public static void With<T>(string text, Action action)
        where T : Exception => Assert.Contains(text, Assert.Throws<T>(action).Message, StringComparison.Ordinal);
}

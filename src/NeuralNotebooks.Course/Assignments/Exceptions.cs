namespace NeuralNotebooks.Course;

/// <summary>Exceptions in the tests of an assignment.</summary>
public static class Exceptions
{
    /// <summary>Whether an action throws an exception of a type, or of one derived from it. Another exception is not
    /// caught.</summary>
    /// <param name="action">The action, such as <c>() => account.Withdraw(10)</c>.</param>
    public static bool Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
            return false;
        }
        catch (T)
        {
            return true;
        }
    }

    /// <inheritdoc cref="Throws{T}(Action)"/>
    /// <param name="value">The action: a function, whose result is not used.</param>
    public static bool Throws<T>(Func<object?> value)
        where T : Exception
        => Throws<T>(() => { value(); });
}

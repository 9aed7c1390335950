namespace NeuralNotebooks;

/// <summary>Lets a notebook's host interrupt a long loop of the library without ending the process, so that the
/// notebook's variables are not lost.</summary>
internal static class InterruptPoint
{
    private const string Name = "NeuralNotebooks.InterruptPoint";

    /// <summary>The action that the host has registered in the <see cref="AppContext"/> under this name: it throws if
    /// the user has interrupted the cell. Null if there is no such host.</summary>
    public static Action? Current => AppContext.GetData(Name) as Action;
}

namespace NeuralNotebooks;

/// <summary>Lets a notebook's host stop a long loop of the library; the notebook keeps its variables.</summary>
internal static class InterruptPoint
{
    private const string Name = "NeuralNotebooks.InterruptPoint";

    /// <summary>The action that a host has registered in the <see cref="AppContext"/> under this name: it throws when
    /// the cell is to be stopped. Null without such a host.</summary>
    public static Action? Current => AppContext.GetData(Name) as Action;
}

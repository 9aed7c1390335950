namespace NeuralNotebooks;

/// <summary>Lets a notebook's host stop a long loop of the library, whose variables then stay as they are.</summary>
internal static class InterruptPoint
{
    private const string Name = "NeuralNotebooks.InterruptPoint";

    /// <summary>What a host has put into the application's context under this name: it throws when the cell is to be stopped. Null without such a host.</summary>
    public static Action? Current => AppContext.GetData(Name) as Action;
}

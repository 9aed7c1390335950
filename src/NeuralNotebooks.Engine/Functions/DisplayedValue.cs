namespace NeuralNotebooks.Engine;

/// <summary>A displayed value that can be updated.</summary>
public sealed class DisplayedValue
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    private DisplayedValue()
    {
    }

    /// <summary>Whether a value is a handle, of this program or .NET Interactive, of what is shown already.</summary>
    internal static bool Is(object? value) => value is DisplayedValue
        || value?.GetType().FullName == "Microsoft.DotNet.Interactive.Formatting.DisplayedValue";

    internal static DisplayedValue Show(MimeBundle data)
    {
        InterruptPoint.Pass();
        var displayed = new DisplayedValue();
        CurrentCell.Required.Outputs.Emit(new DisplayData(data, [], displayed._id));
        return displayed;
    }

    /// <summary>Replaces the displayed value with another one, even from a later cell.</summary>
    public void Update(object? value)
    {
        InterruptPoint.Pass();
        CellExecution cell = CurrentCell.Required;
        cell.Outputs.Emit(new DisplayUpdate(_id, ValueFormatter.Format(value, cell)));
    }
}

namespace NeuralNotebooks.Engine;

/// <summary>A displayed value that can be updated.</summary>
public sealed class DisplayedValue
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    private DisplayedValue()
    {
    }

    internal static DisplayedValue Show(MimeBundle data)
    {
        InterruptPoint.Pass();
        var displayed = new DisplayedValue();
        CellExecution.Current.Outputs.Emit(new DisplayData(data, [], displayed._id));
        return displayed;
    }

    /// <summary>Replaces the displayed value with another one, even from a later cell.</summary>
    public void Update(object? value)
    {
        InterruptPoint.Pass();
        CellExecution.Current.Outputs.Emit(new DisplayUpdate(_id, ValueFormatter.Format(value)));
    }
}

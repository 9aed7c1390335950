using DisplayedValue = Microsoft.DotNet.Interactive.Formatting.DisplayedValue;

namespace NeuralNotebooks.Interactive;

/// <summary>The functions that a cell can call without a <c>using</c>, in addition to those of
/// <see cref="Kernel"/>.</summary>
/// <remarks>For a call without MIME types, the compiler prefers these functions to those of the API with the same
/// names. So a value is formatted once, in the layout of this program; and the handle that they return belongs to the
/// output that they show, while the API's own functions return another one.</remarks>
public static class CellFunctions
{
    /// <summary>Shows a value immediately, between the cell's earlier and later outputs.</summary>
    /// <returns>A handle for updating the displayed value.</returns>
#pragma warning disable IDE1006 // The name is .NET Interactive's.
    public static DisplayedValue display(object? value)
#pragma warning restore IDE1006
    {
        InterruptPoint.Pass();
        CellExecution cell = CurrentCell.Required;
        MimeBundle bundle = ValueFormatter.Format(value, cell);
        FormattedValue[] formatted = [.. bundle.Types.Select(type => new FormattedValue(type, bundle.Text(type)!))];
        var displayed = new DisplayedValue(value, formatted);
        KernelOutputs.AddHandle(displayed);
        cell.Outputs.Emit(new DisplayData(bundle, [], displayed.DisplayId));
        return displayed;
    }
}

namespace NeuralNotebooks.Engine;

/// <summary>The functions without a <c>using</c> that .NET Interactive does not have.</summary>
public static class OutputFunctions
{
    /// <summary>Clears the outputs that this cell has shown so far.</summary>
    /// <param name="wait">Whether to wait for the next output, so that the page does not flicker.</param>
    public static void ClearOutput(bool wait = false)
    {
        InterruptPoint.Pass();
        CurrentCell.Required.Outputs.Emit(new OutputClear(wait));
    }
}

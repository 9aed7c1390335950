using NeuralNotebooks.Interactive;
using DisplayedValue = Microsoft.DotNet.Interactive.Formatting.DisplayedValue;

namespace System;

/// <summary>The function that is called as <c>x.Display()</c>.</summary>
/// <remarks>It is in the namespace of the API's functions: if a cell has <c>using System;</c>, the compiler does not
/// look for extension methods elsewhere once it has found one there.</remarks>
public static class DisplayFunction
{
    /// <inheritdoc cref="CellFunctions.display"/>
    public static DisplayedValue Display(this object? value) => CellFunctions.display(value);
}

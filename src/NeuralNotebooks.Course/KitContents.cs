namespace NeuralNotebooks.Course;

/// <summary>
/// One type of each assembly whose names a notebook may use. A notebook references this assembly only and finds its neighbours
/// through it, and the compiler records a neighbour only where a type of it is used.
/// </summary>
internal static class KitContents
{
    public static IReadOnlyList<Type> Types { get; } =
        [typeof(Value), typeof(Plotting.Picture), typeof(Plotly.NET.GenericChart), typeof(Plotly.NET.CSharp.Chart)];
}

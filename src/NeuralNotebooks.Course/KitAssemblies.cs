using Plotly.NET;

namespace NeuralNotebooks.Course;

/// <summary>One type of each assembly that a notebook uses through this one.</summary>
/// <remarks>A notebook has a single <c>#r</c>, to this assembly, and hosts find the others by its references. The
/// compiler leaves out a reference that no code uses, so each assembly is used here.</remarks>
internal static class KitAssemblies
{
    public static readonly Type[] Types = [typeof(Value), typeof(Picture), typeof(GenericChart),
        typeof(Plotly.NET.CSharp.Chart)];
}

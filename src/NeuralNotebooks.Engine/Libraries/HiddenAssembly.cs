namespace NeuralNotebooks.Engine;

/// <summary>Hides an assembly of the framework from the compiler, behind a library that declares the same types.
/// Without this, every use of such a type would be ambiguous.</summary>
/// <remarks>.NET 10 contains <c>System.Linq.AsyncEnumerable</c>, as the package System.Linq.Async up to version 6
/// does.</remarks>
internal static class HiddenAssembly
{
    private const string Library = "System.Linq.Async", Hidden = "System.Linq.AsyncEnumerable";

    /// <summary>The first version of the library that uses the framework's types.</summary>
    private const int UsesFramework = 7;

    /// <summary>An empty assembly that the compiler uses in place of the framework's, because its version is newer;
    /// null for a library that hides nothing.</summary>
    /// <param name="framework">The framework; that of a page does not have the assembly.</param>
    public static MetadataReference? BehindLibrary(AssemblyName library, FrameworkReferences framework)
    {
        if (library is not { Name: Library, Version.Major: < UsesFramework } || !framework.Contains(Hidden))
            return null;
        AssemblyName hidden = Assembly.Load(Hidden).GetName();
        Version version = new(hidden.Version!.Major + 1, 0, 0, 0);
        var empty = CSharpCompilation.Create(
            Hidden,
            [CSharpSyntaxTree.ParseText($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]")],
            [FrameworkReferences.Of(typeof(object).Assembly)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, publicSign: true, cryptoPublicKey: [.. hidden.GetPublicKey()!]));
        using var image = new MemoryStream();
        return empty.Emit(image).Success ? MetadataReference.CreateFromImage(image.ToArray().ToImmutableArray()) : null;
    }
}

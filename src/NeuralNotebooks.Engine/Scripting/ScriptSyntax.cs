using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Cells as the compiler sees them: scripts in the newest C#, optimized.</summary>
internal static class ScriptSyntax
{
    private static readonly CSharpParseOptions _options = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>The options of every submission.</summary>
    public static CSharpCompilationOptions CompilationOptions { get; } =
        PreferringLibraries(
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true,
                // The tasks that cells leave behind may occupy the thread pool for which the compiler would wait.
                concurrentBuild: false,
                warningLevel: 0,
                sourceReferenceResolver: new SourceFileResolver([], null),
                metadataReferenceResolver: new DirectivesOnly(),
                assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default
            )
        );

    /// <param name="code">The text.</param>
    /// <param name="path">Its path in messages and stack traces.</param>
    public static SyntaxTree Parse(string code, string path = "") =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), _options, path);

    /// <summary>Makes a library's type hide a type of the same name in the core library, instead of being ambiguous
    /// with it.</summary>
    /// <remarks>The compiler's own scripting sets this flag, which is not public.</remarks>
    private static CSharpCompilationOptions PreferringLibraries(CSharpCompilationOptions options)
    {
        MethodInfo with = typeof(CSharpCompilationOptions).GetMethod(
            "WithTopLevelBinderFlags",
            BindingFlags.NonPublic | BindingFlags.Instance
        )!;
        object flag = Enum.Parse(with.GetParameters()[0].ParameterType, "IgnoreCorLibraryDuplicatedTypes");
        return (CSharpCompilationOptions)with.Invoke(options, [flag])!;
    }

    /// <summary>References come from directives, which the session reads itself: the compiler resolves
    /// nothing.</summary>
    private sealed class DirectivesOnly : MetadataReferenceResolver
    {
        public override bool Equals(object? other) => other is DirectivesOnly;

        public override int GetHashCode() => 0;

        public override ImmutableArray<PortableExecutableReference> ResolveReference(
            string reference,
            string? baseFilePath,
            MetadataReferenceProperties properties
        ) => [];
    }
}

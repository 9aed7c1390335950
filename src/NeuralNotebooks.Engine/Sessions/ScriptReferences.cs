using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace NeuralNotebooks.Engine;

/// <summary>What every cell can use without a directive: the framework and the notebook's functions.</summary>
internal static class ScriptReferences
{
    /// <summary>.NET Interactive's default usings.</summary>
    private static readonly string[] _imports =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    /// <summary>The framework's assemblies by simple name. The engine's own dependencies are not among them.</summary>
    public static IReadOnlyDictionary<string, string> Framework { get; } = FindFramework();

    /// <summary>Options of a first cell. One list of references for all sessions, so that each file is read once.</summary>
    public static ScriptOptions Options { get; } = ScriptOptions.Default
        .WithReferences([.. Framework.Values.Append(typeof(NotebookFunctions).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))])
        .WithImports(_imports.Append(typeof(NotebookFunctions).FullName!))
        .WithMetadataResolver(new DirectivesOnly())
        .WithSourceResolver(new SourceFileResolver([], null))
        .WithOptimizationLevel(OptimizationLevel.Release)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(System.Text.Encoding.UTF8)
        .WithLanguageVersion(LanguageVersion.Latest)
        .WithAllowUnsafe(true)
        .WithWarningLevel(0);

    /// <summary>An empty submission whose references are bound: later ones take over its symbols of the framework's types.</summary>
    /// <remarks>
    /// Two submissions that bind at the same time for the first time, such as those of the warm-up and of a first cell, would each make
    /// symbols of their own; a second cell might then take over the others', to which the types of the first cell's variables are unknown.
    /// </remarks>
    private static readonly Lazy<Compilation> _bound = new(() =>
    {
        Compilation compilation = CSharpScript.Create<object>("", Options).GetCompilation();
        _ = compilation.ObjectType;
        return compilation;
    });

    /// <summary>Returns when the framework's symbols are there for all submissions to share. Cheap but for the first time.</summary>
    public static void Bind() => _ = _bound.Value;

    private static Dictionary<string, string> FindFramework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return all.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => string.Equals(Path.GetDirectoryName(path), folder, StringComparison.Ordinal))
            .DistinctBy(Path.GetFileNameWithoutExtension) // CoreLib may be named twice.
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>References come from directives, which the session reads itself: the compiler resolves nothing.</summary>
    private sealed class DirectivesOnly : MetadataReferenceResolver
    {
        public override bool Equals(object? other) => other is DirectivesOnly;

        public override int GetHashCode() => 0;

        public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) => [];
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NeuralNotebooks.Engine;

/// <summary>Compiles texts as consecutive submissions. It runs nothing, so its submissions can form a tree.</summary>
/// <param name="framework">What the first of them sees.</param>
/// <param name="prefix">The prefix of its assembly names.</param>
internal sealed class SubmissionCompiler(FrameworkReferences framework, string prefix = SubmissionCompiler.CellsPrefix)
{
    /// <summary>The prefix of what a session runs.</summary>
    public const string CellsPrefix = "cells";

    private static int _compilers;

    /// <summary>Assembly names are unique in the process, so that two sessions do not collide.</summary>
    private readonly string _name = Invariant($"{prefix}-{Interlocked.Increment(ref _compilers)}");

    private int _compiled;

    /// <summary>What the first submission sees.</summary>
    public FrameworkReferences Framework => framework;

    /// <summary>A text as the submission after another, bound lazily.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">Its path in messages and stack traces.</param>
    /// <param name="after">The submission before it; null for the first.</param>
    /// <param name="references">What it references in addition to the earlier ones.</param>
    public CSharpCompilation Create(
        string code,
        string path,
        CSharpCompilation? after,
        IEnumerable<MetadataReference> references
    )
    {
        string number = (++_compiled).ToString(CultureInfo.InvariantCulture);
        return CSharpCompilation.CreateScriptCompilation(
            $"{_name}-{number}",
            ScriptSyntax.Parse(code, path),
            references,
            ScriptSyntax.CompilationOptions.WithScriptClassName($"Submission#{number}"),
            after ?? framework.Bound,
            typeof(object)
        );
    }

    /// <summary>The code of a submission; null when it has none, such as usings only.</summary>
    /// <param name="compilation">The submission.</param>
    /// <param name="hasSymbols">Whether to emit its lines too. The compiler waits for the thread pool then.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="CompileErrorException">It has errors.</exception>
    public static SubmissionCode? Emit(CSharpCompilation compilation, bool hasSymbols, CancellationToken cancellation)
    {
        ThrowIfErrors(compilation.GetParseDiagnostics(cancellation));
        using var assembly = new MemoryStream();
        using MemoryStream? symbols = hasSymbols ? new() : null;
        EmitResult result = compilation.Emit(
            assembly,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: cancellation
        );
        ThrowIfErrors(result.Diagnostics);
        if (!result.Success)
            return null; // Without errors: there is no code.
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return new SubmissionCode(
            new SubmissionEntry(entry.ContainingType.MetadataName, entry.MetadataName),
            assembly.ToArray(),
            symbols?.ToArray() ?? []
        );
    }

    private static void ThrowIfErrors(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray() is { Length: > 0 } errors)
            throw new CompileErrorException(errors);
    }
}

/// <summary>The code of a submission.</summary>
/// <param name="Entry">Its entry point.</param>
/// <param name="Assembly">The assembly's file.</param>
/// <param name="Symbols">Its lines, as a portable PDB; empty without.</param>
internal sealed record SubmissionCode(SubmissionEntry Entry, byte[] Assembly, byte[] Symbols);

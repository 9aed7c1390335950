using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NeuralNotebooks.Engine;

/// <summary>Compiles texts as submissions that follow each other. It runs nothing, so that one text can be compiled after several others.</summary>
/// <param name="framework">What the first of them sees.</param>
/// <param name="prefix">How the names of its assemblies begin.</param>
internal sealed class SubmissionCompiler(FrameworkReferences framework, string prefix = "cells")
{
    private static int _compilers;

    /// <summary>Names of assemblies are unique in the process, so that two sessions do not meet.</summary>
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _compilers)}");

    private int _compiled;

    /// <summary>What the first submission sees.</summary>
    public FrameworkReferences Framework => framework;

    /// <summary>A text as the submission after another, bound only as far as somebody asks.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">The path under which messages and stack traces know it.</param>
    /// <param name="after">The submission before it; null for the first.</param>
    /// <param name="references">What it references beside that which the earlier ones reference.</param>
    public CSharpCompilation Create(string code, string path, CSharpCompilation? after, IEnumerable<MetadataReference> references)
    {
        string number = (++_compiled).ToString(CultureInfo.InvariantCulture);
        return CSharpCompilation.CreateScriptCompilation(
            $"{_name}-{number}", ScriptSyntax.Parse(code, path), references,
            ScriptSyntax.CompilationOptions.WithScriptClassName($"Submission#{number}"), after ?? framework.Bound, typeof(object));
    }

    /// <summary>The code of a submission; null when it has none, such as usings only.</summary>
    /// <exception cref="CompileErrorException">It has errors.</exception>
    public static SubmissionCode? Emit(CSharpCompilation compilation, CancellationToken cancellation)
    {
        ThrowIfErrors(compilation.GetParseDiagnostics(cancellation));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: cancellation);
        ThrowIfErrors(result.Diagnostics);
        if (!result.Success)
            return null; // Without errors: there is no code.
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return new SubmissionCode(new SubmissionEntry(entry.ContainingType.MetadataName, entry.MetadataName), assembly.ToArray(), symbols.ToArray());
    }

    /// <summary>Binds a submission whole, without making code of it.</summary>
    /// <exception cref="CompileErrorException">It has errors: no other can follow it.</exception>
    public static void Check(CSharpCompilation compilation, CancellationToken cancellation) => ThrowIfErrors(compilation.GetDiagnostics(cancellation));

    private static void ThrowIfErrors(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray() is { Length: > 0 } errors)
            throw new CompileErrorException(errors);
    }
}

/// <summary>The code of a submission.</summary>
/// <param name="Entry">Where it is entered.</param>
/// <param name="Assembly">The assembly's file.</param>
/// <param name="Symbols">Its lines, as a portable PDB.</param>
internal sealed record SubmissionCode(SubmissionEntry Entry, byte[] Assembly, byte[] Symbols);

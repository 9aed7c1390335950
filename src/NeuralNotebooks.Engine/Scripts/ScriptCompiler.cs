using Microsoft.CodeAnalysis.Emit;

namespace NeuralNotebooks.Engine;

/// <summary>Compiles texts as scripts that follow one another. It does not run them, so several scripts can
/// follow the same one.</summary>
internal sealed class ScriptCompiler(
    FrameworkReferences framework, string prefix = ScriptCompiler.CellsPrefix, string? notebook = null)
{
    public const string CellsPrefix = "cells";

    private static int _compilers;

    /// <summary>The beginning of the assembly names, unique in the process, so that sessions do not collide.</summary>
    private readonly string _name = Invariant($"{prefix}-{Interlocked.Increment(ref _compilers)}");

    /// <summary>The number of scripts. An interrupted compilation may still create one while the next cell is
    /// compiled.</summary>
    private int _compiled;

    /// <summary>Creates the script of a text that follows another script. It is bound lazily.</summary>
    public CSharpCompilation Create(
        string code, string path, CSharpCompilation? after, IEnumerable<MetadataReference> references)
    {
        string number = Interlocked.Increment(ref _compiled).ToString(CultureInfo.InvariantCulture);
        CSharpCompilation script = CSharpCompilation.CreateScriptCompilation(
            $"{_name}-{number}", ScriptSyntax.Parse(code, path), references,
            ScriptSyntax.CompilationOptions.WithScriptClassName($"Submission#{number}").WithNotebook(notebook),
            previousScriptCompilation: null, typeof(object));
        // Given an earlier script at once, the compiler would bind all of its code again.
        return script.WithScriptCompilationInfo(
            script.ScriptCompilationInfo!.WithPreviousScriptCompilation(after ?? framework.Bound));
    }

    /// <summary>Compiles a script; null if there is no code, such as for usings only.</summary>
    /// <param name="hasSymbols">Whether to emit the PDB as well; for this the compiler uses the thread pool.</param>
    public static ScriptCode? Emit(CSharpCompilation compilation, bool hasSymbols, CancellationToken cancellation)
    {
        ThrowIfErrors(compilation.GetParseDiagnostics(cancellation), compilation);
        using var assembly = new MemoryStream();
        using MemoryStream? symbols = hasSymbols ? new() : null;
        if (hasSymbols) // Their paths are those in messages.
            compilation = compilation.WithOptions(compilation.Options.WithNotebook(null));
        var options = new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb);
        EmitResult result = compilation.Emit(assembly, symbols, options: options, cancellationToken: cancellation);
        ThrowIfErrors(result.Diagnostics, compilation);
        if (!result.Success)
            return null; // No errors, so there is no code to emit.
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return new ScriptCode(entry.ContainingType.MetadataName, assembly.ToArray(), symbols?.ToArray() ?? []);
    }

    private static void ThrowIfErrors(IEnumerable<Diagnostic> diagnostics, Compilation compilation)
    {
        if (diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray() is { Length: > 0 } errors)
            throw new CompileErrorException(errors, compilation);
    }
}

/// <param name="Symbols">The portable PDB; empty if it was not emitted.</param>
internal sealed record ScriptCode(string EntryType, byte[] Assembly, byte[] Symbols);

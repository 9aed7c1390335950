using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Classroom;

/// <summary>Compiles the session of a task: the source's cells, which it keeps compiled, the student's, and each probe.</summary>
/// <param name="folder">The assignment's folder, in which the paths of directives start.</param>
internal sealed class SessionCompiler(string folder) : IDisposable
{
    private readonly SubmissionCompiler _compiler = new(FrameworkReferences.OfRuntime);
    private readonly LibraryLoader _libraries = new(FrameworkReferences.OfRuntime, new("cells"));
    private readonly SortedSet<string> _libraryFiles = new(StringComparer.Ordinal);
    private readonly Node _root = new(null, null, null);

    public TaskCompiled Compile(CompileTask task)
    {
        Node last = _root;
        try
        {
            for (int i = 0; i < task.Source.Count; i++)
                last = After(last, task.Source[i], i + 1);
        }
        catch (Exception e) when (e is CompileErrorException or DirectiveException)
        {
            return Refuse(new NoAnswer(NoAnswerReason.CellFailed), $"A cell of the source above the task does not compile: {e.Message}");
        }

        if (CodeLimits.Check(task.Code) is var (sentence, tooMuch))
            return Refuse(new NoAnswer(NoAnswerReason.DoesNotCompile, "limit", tooMuch), sentence);
        Node judged;
        try
        {
            judged = Compile(last, task.Code, "task", isJudged: true);
        }
        catch (CompileErrorException e)
        {
            return Refuse(ErrorAt(e), Describe(e));
        }
        CompiledProbe[] probes = [.. task.Probes.Select((probe, i) => Probe(judged, task.Declarations, probe, i))];
        return new TaskCompiled([.. judged.Cells()], probes, [.. _libraryFiles], null, []);

        TaskCompiled Refuse(NoAnswer refusal, string note) => new([], [], [], refusal, [note]);
    }

    /// <inheritdoc/>
    public void Dispose() => _libraries.Dispose();

    private CompiledProbe Probe(Node judged, string declarations, string expression, int number)
    {
        try
        {
            Node probe = Compile(judged, $"{declarations}\n{expression}", string.Create(CultureInfo.InvariantCulture, $"probe {number}"), isJudged: false);
            return new CompiledProbe(probe.Code, null, UsesVariables(probe.Compilation!, judged.Compilation!.Assembly));
        }
        catch (CompileErrorException e)
        {
            return new CompiledProbe(null, new NoAnswer(NoAnswerReason.DoesNotCompile, e.Errors[0].Id), UsesVariables: false);
        }
    }

    private static bool UsesVariables(CSharpCompilation probe, IAssemblySymbol judged)
    {
        SemanticModel model = probe.GetSemanticModel(probe.SyntaxTrees[0]);
        return probe.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => model.GetSymbolInfo(name).Symbol is IFieldSymbol { ContainingType.IsScriptClass: true } field && field.ContainingAssembly.Identity == judged.Identity);
    }

    /// <summary>A cell of the source after those above it, with its directives; compiled once.</summary>
    private Node After(Node last, string code, int number)
    {
        if (last.Next.TryGetValue(code, out Node? known))
            return known;
        Node node = last;
        foreach (CellStep step in new CellReader(new SessionOptions { Folder = folder }, number, new SourceTexts()).Read(code))
        {
            switch (step)
            {
                case CodeStep text:
                    node = Compile(node, text.Code, text.Path, isJudged: false);
                    break;
                case ReferenceStep reference:
                    IReadOnlyList<Assembly> assemblies = LibraryReference.Load(reference, folder, _libraries);
                    _libraryFiles.UnionWith(assemblies.Select(assembly => assembly.Location));
                    node = new Node(node.Compilation, null, node) { Pending = [.. node.Pending, .. assemblies.Select(assembly => MetadataReference.CreateFromFile(assembly.Location))] };
                    break;
                case PackageStep package:
                    throw new DirectiveException($"An assignment can use no packages: {package.Id}.", package.Path, package.Line);
            }
        }
        return last.Next[code] = node;
    }

    private Node Compile(Node last, string code, string path, bool isJudged)
    {
        CSharpCompilation compilation = _compiler.Create(code, path, last.Compilation, last.Pending);
        SubmissionCode? emitted = SubmissionCompiler.Emit(compilation, CancellationToken.None);
        CompiledCell? cell = emitted is null ? null
            : new CompiledCell(compilation.AssemblyName!, isJudged, emitted.Entry.Type, emitted.Entry.Method, emitted.Assembly, emitted.Symbols);
        return new Node(compilation, cell, last);
    }

    private static NoAnswer ErrorAt(CompileErrorException e) => new(NoAnswerReason.DoesNotCompile, e.Errors[0].Id, LineOf(e.Errors[0]));

    private static string Describe(CompileErrorException e)
        => string.Create(CultureInfo.InvariantCulture, $"line {LineOf(e.Errors[0])}: error {e.Errors[0].Id}: {e.Errors[0].GetMessage(CultureInfo.InvariantCulture)}");

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>A compiled text after those before it.</summary>
    private sealed class Node(CSharpCompilation? compilation, CompiledCell? code, Node? before)
    {
        public CSharpCompilation? Compilation { get; } = compilation;

        public CompiledCell? Code { get; } = code;

        /// <summary>References that the next text brings, for it and those after it.</summary>
        public IReadOnlyList<MetadataReference> Pending { get; init; } = [];

        /// <summary>The cells of the source that have been compiled after this one.</summary>
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public IEnumerable<CompiledCell> Cells()
        {
            IEnumerable<CompiledCell> earlier = before?.Cells() ?? [];
            return Code is null ? earlier : earlier.Append(Code);
        }
    }
}

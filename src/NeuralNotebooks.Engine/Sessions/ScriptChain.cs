using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace NeuralNotebooks.Engine;

/// <summary>Roslyn submissions, each seeing what the earlier ones have declared.</summary>
internal sealed class ScriptChain : IDisposable
{
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>What the next submission adds to those before it: the first one everything, a later one the references that came since.</summary>
    /// <remarks>Submissions take over the references and usings of those before them; given anew, they would pile up with each cell.</remarks>
    private ScriptOptions _options = ScriptReferences.Options;

    private ScriptState<object>? _state;

    public ScriptChain() => _loader.RegisterDependency(typeof(NotebookFunctions).Assembly);

    /// <summary>From the next submission on, the assemblies' types can be named.</summary>
    public void AddReferences(IEnumerable<System.Reflection.Assembly> assemblies)
    {
        foreach (System.Reflection.Assembly assembly in assemblies)
        {
            if (!_referenced.Add(assembly.Location))
                continue;
            _loader.RegisterDependency(assembly);
            _options = _options.AddReferences(MetadataReference.CreateFromFile(assembly.Location));
        }
    }

    /// <summary>Compiles a text as the next submission, which changes nothing yet.</summary>
    /// <exception cref="CompilationErrorException">It has errors.</exception>
    public Script<object> Compile(string code, string path, CancellationToken cancellation)
    {
        ScriptReferences.Bind();
        string stoppable = InterruptPoints.Insert(code);
        try
        {
            return Compiled(Create(stoppable, path), cancellation);
        }
        catch (CompilationErrorException) when (stoppable != code)
        {
            // The places of errors are to be those of the text as it was written.
            return Compiled(Create(code, path), cancellation);
        }
    }

    /// <summary>A text as the next submission, to be looked at only.</summary>
    public Compilation Analyze(string code)
    {
        ScriptReferences.Bind();
        return Create(code, "").GetCompilation();
    }

    /// <summary>Runs a compiled submission. What had run before an exception is kept.</summary>
    public async Task<(object? Value, Exception? Exception)> RunAsync(Script<object> script)
    {
        _state = _state is null
            ? await script.RunAsync(globals: null, catchException: _ => true)
            : await script.RunFromAsync(_state, catchException: _ => true);
        _options = _options.WithReferences(Array.Empty<MetadataReference>()).WithImports();
        return (_state.ReturnValue, _state.Exception);
    }

    /// <summary>Whether a submission has a value to be shown: it ends with an expression without a semicolon, or returned something.</summary>
    public static bool HasValue(Script script, object? value)
    {
        Compilation compilation = script.GetCompilation();
        SyntaxTree tree = compilation.SyntaxTrees.Last();
        // Only a statement "return value;" gives a value to a submission that does not end with an expression.
        return value is not null || ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault()
                is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }

    private Script<object> Create(string code, string path)
        => _state is null
            ? CSharpScript.Create<object>(code, _options.WithFilePath(path), globalsType: null, _loader)
            : _state.Script.ContinueWith<object>(code, _options.WithFilePath(path));

    /// <summary>The script with its code emitted. (<see cref="Script.Compile"/> would look for warnings as well, in a second pass.)</summary>
    private static Script<object> Compiled(Script<object> script, CancellationToken cancellation)
    {
        script.CreateDelegate(cancellation);
        return script;
    }

    public void Dispose() => _loader.Dispose();
}

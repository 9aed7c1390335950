using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine;

/// <summary>The submissions of a session. A submission is a compiled cell, which can use the declarations of all
/// earlier submissions.</summary>
/// <param name="framework">The assemblies that every submission can use.</param>
internal sealed class ScriptChain(FrameworkReferences framework)
{
    private const int DefaultWarnings = 4;

    private readonly SubmissionCompiler _compiler = new(framework);
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>References added since the last submission: a submission inherits those of earlier ones. The list is
    /// replaced and not changed, since an interrupted compilation may still read it.</summary>
    private IReadOnlyList<MetadataReference> _newReferences = [];

    /// <summary>The submissions that have run, in order.</summary>
    private readonly List<Submission> _ran = [];

    private CSharpCompilation? _last;
    private object?[] _states = new object?[16];
    private int _stateCount = 1; // Slot 0 is for a host's globals object, which is not used.

    /// <summary>The assemblies that every submission can use.</summary>
    public FrameworkReferences Framework => framework;

    /// <summary>Incremented whenever the declarations or references that the next submission can use change.</summary>
    public int Version { get; private set; }

    /// <summary>The load context of the submissions.</summary>
    public AssemblyLoadContext Context { get; } = new("cells");

    /// <summary>The lines of the submissions.</summary>
    public SequencePoints SequencePoints { get; } = new();

    /// <summary>Makes the assemblies' types available from the next submission on.</summary>
    public void AddReferences(IEnumerable<Assembly> assemblies)
    {
        Version++;
        foreach (Assembly assembly in assemblies)
            if (_referenced.Add(assembly.Location))
                _newReferences = [.. _newReferences, MetadataReference.CreateFromFile(assembly.Location)];
    }

    /// <summary>Compiles a text as the next submission, without adding it to the chain.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">Its path in messages and stack traces.</param>
    /// <param name="cancellation">Cancels the compilation.</param>
    /// <param name="insertions">Insertions in addition to the interrupt points; they are omitted if the code does not
    /// compile with them.</param>
    /// <exception cref="CompileErrorException">The text has compile errors.</exception>
    public Submission Compile(
        string code,
        string path,
        CancellationToken cancellation,
        IReadOnlyList<Insertion>? insertions = null
    )
    {
        // With interrupt points a text may not compile, for example in an expression tree. Errors must refer to the
        // original text.
        foreach (string stoppable in InterruptPoints.Variants(code, insertions ?? [], () => Create(code, path: "")))
        {
            try
            {
                CSharpCompilation compilation = Create(stoppable, path);
                SubmissionCode? compiled = SubmissionCompiler.Emit(compilation, hasSymbols: false, cancellation);
                if (stoppable == code || !InterruptPoints.AreQuotedBy(compiled))
                {
                    string? reusable = insertions is null or [] ? code : null;
                    return Load(compilation, compiled) with { Code = reusable, Source = code, Path = path };
                }
            }
            catch (CompileErrorException) when (stoppable != code)
            {
            }
        }
        throw new InvalidOperationException("The unchanged text must be the last variant.");
    }

    /// <summary>The earlier submission of a text, if compiling the text again would give the same code: no later
    /// submission has declared a name that occurs in it or imported a namespace, and it has no static members, whose
    /// values would persist. Running the submission again replaces its variables.</summary>
    public Submission? Compiled(string code, string path)
    {
        int at = _ran.FindLastIndex(submission => submission.Code == code && submission.Path == path);
        if (at < 0 || _newReferences.Count > 0 || _ran[at].KeepsState)
            return null;
        IEnumerable<Submission> later = _ran.Skip(at + 1);
        return later.Any(submission => submission.HasUsings || submission.Declares.Overlaps(_ran[at].Identifiers))
            ? null
            : _ran[at];
    }

    /// <summary>Creates the submission of a text for analysis only, with warnings enabled.</summary>
    public Compilation Analyze(string code)
    {
        CSharpCompilation compilation = Create(code, path: "");
        return compilation.WithOptions(compilation.Options.WithWarningLevel(DefaultWarnings));
    }

    /// <summary>The variables that the next submission can use and their values, in the order of their
    /// declarations.</summary>
    public IReadOnlyList<(IFieldSymbol Field, object? Value)> Variables()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var states = _states.OfType<object>().ToDictionary(state => state.GetType().Name);
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(IFieldSymbol, object?)>();
        for (CSharpCompilation? at = _last; at is not null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            ISymbol[] members = [.. at.ScriptClass!.GetMembers().Where(m => m.CanBeReferencedByName)];
            if (states.TryGetValue(at.ScriptClass.Name, out object? state))
                found.InsertRange(
                    0,
                    members
                        .OfType<IFieldSymbol>()
                        // Static fields are omitted, since reading one may run its initializer.
                        .Where(field => !hidden.Contains(field.Name) && (field.IsConst || !field.IsStatic))
                        .Select(field => (
                            field,
                            field.IsConst
                                ? field.ConstantValue
                                : state.GetType().GetField(field.Name, all)?.GetValue(state)
                        ))
                );
            hidden.UnionWith(members.Select(member => member.Name));
        }
        return found;
    }

    /// <summary>Sets the variable that the last submission has declared.</summary>
    public void Set(string name, object? value)
    {
        object state = _states[_stateCount - 1]!;
        state.GetType().GetField(name)!.SetValue(state, value);
    }

    /// <summary>Runs a compiled submission and appends it to the chain; if it has run before, it keeps its position. If
    /// it throws an exception, its effects up to then remain.</summary>
    public async Task<(object? Value, Exception? Exception)> RunAsync(Submission submission)
    {
        bool again = _ran.Contains(submission);
        if (_stateCount == _states.Length)
            Array.Resize(ref _states, 2 * _stateCount);
        object? value = null;
        Exception? exception = null;
        try
        {
            value = await submission.RunAsync(_states);
        }
        catch (Exception e)
        {
            exception = e;
        }
        if (again)
            return (value, exception);
        _ran.Add(submission);
        if (_states[_stateCount] is not null)
            _stateCount++;
        _last = submission.Compilation;
        Version++;
        _newReferences = [];
        return (value, exception);
    }

    /// <summary>Runs a compiled submission and returns its value, without appending it to the chain.</summary>
    public Task<object?> EvaluateAsync(Submission submission) =>
        submission.RunAsync([.. _states.Take(_stateCount), .. new object?[1]]);

    /// <summary>The text of the last cell that declares a name; null if none does.</summary>
    public string? SourceOf(string name) => _ran.FindLast(submission => submission.Declares.Contains(name))?.Source;

    private CSharpCompilation Create(string code, string path) => _compiler.Create(code, path, _last, _newReferences);

    private Submission Load(CSharpCompilation compilation, SubmissionCode? compiled)
    {
        if (compiled is not { } code)
            return new Submission(compilation, Assembly: null, Entry: null);
        using var assembly = new MemoryStream(code.Assembly);
        Assembly loaded = Context.LoadFromStream(assembly);
        SequencePoints.Add(
            loaded,
            () => SubmissionCompiler.Emit(compilation, hasSymbols: true, CancellationToken.None)!.Symbols
        );
        return new Submission(compilation, loaded, code.Entry) { Uses = UsedAssemblies(code.Assembly) };
    }

    /// <summary>The simple names of the assemblies whose members the code uses. (The lists of referenced assemblies and
    /// types also have those of usings.)</summary>
    private static HashSet<string> UsedAssemblies(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences
                .Select(member => metadata.GetMemberReference(member).Parent)
                .Where(parent => parent.Kind == HandleKind.TypeReference)
                .Select(type => metadata.GetTypeReference((TypeReferenceHandle)type).ResolutionScope)
                .Where(scope => scope.Kind == HandleKind.AssemblyReference)
                .Select(scope => metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
                .Select(metadata.GetString),
        ];
    }
}

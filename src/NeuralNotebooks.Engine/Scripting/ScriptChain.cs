using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NeuralNotebooks.Engine;

/// <summary>The submissions of a session, each seeing what the earlier ones have declared.</summary>
/// <param name="framework">What the first of them sees.</param>
internal sealed class ScriptChain(FrameworkReferences framework)
{
    private const int DefaultWarnings = 4;

    private readonly SubmissionCompiler _compiler = new(framework);
    private readonly HashSet<string> _referenced = new(StringComparer.Ordinal);

    /// <summary>References added since the last submission: a submission inherits those of earlier ones.</summary>
    private readonly List<MetadataReference> _newReferences = [];

    /// <summary>The submissions that have run, in their order.</summary>
    private readonly List<Submission> _ran = [];

    private CSharpCompilation? _last;
    private object?[] _states = new object?[16];
    private int _stateCount = 1; // Slot 0 is for a host's globals object; there is none.

    /// <summary>What the first submission sees.</summary>
    public FrameworkReferences Framework => framework;

    /// <summary>Grows with all that the next submission sees.</summary>
    public int Version { get; private set; }

    /// <summary>Where the submissions are loaded.</summary>
    public AssemblyLoadContext Context { get; } = new("cells");

    /// <summary>The lines of the submissions.</summary>
    public SequencePoints SequencePoints { get; } = new();

    /// <summary>Makes the assemblies' types available from the next submission on.</summary>
    public void AddReferences(IEnumerable<Assembly> assemblies)
    {
        Version++;
        foreach (Assembly assembly in assemblies)
            if (_referenced.Add(assembly.Location))
                _newReferences.Add(MetadataReference.CreateFromFile(assembly.Location));
    }

    /// <summary>Compiles a text as the next submission, which changes nothing yet.</summary>
    /// <param name="code">The text.</param>
    /// <param name="path">Its path in messages and stack traces.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="insertions">What is inserted in addition to interrupt points, if it compiles.</param>
    /// <exception cref="CompileErrorException">It has errors.</exception>
    public Submission Compile(
        string code,
        string path,
        CancellationToken cancellation,
        IReadOnlyList<Insertion>? insertions = null
    )
    {
        // An interrupt point may make a text invalid, such as in an expression tree, and errors must refer to the
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
                    return Load(compilation, compiled) with { Code = reusable, Path = path };
                }
            }
            catch (CompileErrorException) when (stoppable != code)
            {
            }
        }
        throw new InvalidOperationException("The text itself is the last of the variants.");
    }

    /// <summary>The submission that a text has become before, if it would become the same now: no later one has
    /// declared a name that it mentions, or opened a namespace, and it has no static members, which would keep their
    /// values. Running it again replaces what it declared.</summary>
    public Submission? Compiled(string code, string path)
    {
        int at = _ran.FindLastIndex(submission => submission.Code == code && submission.Path == path);
        if (at < 0 || _newReferences.Count > 0 || _ran[at].KeepsState)
            return null;
        IEnumerable<Submission> later = _ran.Skip(at + 1);
        return later.Any(submission => submission.Opens || submission.Declares.Overlaps(_ran[at].Mentions))
            ? null
            : _ran[at];
    }

    /// <summary>A text as the next submission, for analysis only: with warnings.</summary>
    public Compilation Analyze(string code)
    {
        CSharpCompilation compilation = Create(code, path: "");
        return compilation.WithOptions(compilation.Options.WithWarningLevel(DefaultWarnings));
    }

    /// <summary>The variables that the next submission sees and their values, in the order of their
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
                        // To read a static field may run its initializer, so it is left out.
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

    /// <summary>Runs a compiled submission, in its old place if it has run before. The effects of what ran before an
    /// exception are kept.</summary>
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
        _newReferences.Clear();
        return (value, exception);
    }

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
        return new Submission(compilation, loaded, code.Entry);
    }
}

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace NeuralNotebooks.Engine;

/// <summary>The scripts of a session: compiled cells, each of which can use what earlier ones declare.</summary>
internal sealed class ScriptChain(FrameworkReferences framework, string? notebook = null)
{
    private const int DefaultWarnings = 4;

    private readonly ScriptCompiler _compiler = new(framework, notebook: notebook);

    /// <summary>The end of the chain. It is replaced as a whole, since an interrupted compilation, or a long analysis
    /// for an editor, may still read it.</summary>
    private volatile End _end = new(null, [], []);

    private readonly List<CompiledScript> _ran = [];

    private object?[] _states = new object?[16];
    private int _stateCount = 1; // Slot 0 is for a host's globals object, which is not used.

    public FrameworkReferences Framework => framework;

    /// <summary>Another object whenever the declarations or references for the next script change.</summary>
    public object Version => _end;

    public AssemblyLoadContext Context { get; } = new("cells");

    public SequencePoints SequencePoints { get; } = new();

    public void AddReferences(IEnumerable<Assembly> assemblies)
    {
        End end = _end;
        ILookup<string, Assembly> added =
            assemblies.Where(assembly => !end.Referenced.Contains(assembly.GetName().Name!))
                .ToLookup(assembly => assembly.GetName().Name!);
        IEnumerable<MetadataReference> references = added.Select(named => named.First())
            .SelectMany(assembly => (MetadataReference?[])
                [FrameworkReferences.Of(assembly), HiddenAssembly.BehindLibrary(assembly.GetName(), framework)])
            .OfType<MetadataReference>();
        _end = new(
            end.Last, [.. end.NewReferences, .. references], end.Referenced.Union(added.Select(named => named.Key)));
    }

    /// <summary>Compiles a text as the next script, without adding it to the chain.</summary>
    /// <param name="insertions">Insertions in addition to the interrupt points; they are omitted if the code does not
    /// compile with them.</param>
    public CompiledScript Compile(
        string code, string path, CancellationToken cancellation, IReadOnlyList<Insertion>? insertions = null)
    {
        // With interrupt points a text may not compile, for example in an expression tree. Errors must refer to the
        // original text.
        foreach (string stoppable in InterruptInsertions.Variants(code, insertions ?? [], () => Create(code, path: "")))
        {
            try
            {
                CSharpCompilation compilation = Create(stoppable, path);
                ScriptCode? compiled = ScriptCompiler.Emit(compilation, hasSymbols: false, cancellation);
                if (stoppable == code || !InterruptInsertions.AreQuotedBy(compiled?.Assembly))
                    return Load(compilation, compiled) with { Source = code, Path = path };
            }
            catch (CompileErrorException) when (stoppable != code)
            {
                // The next variant has fewer insertions.
            }
        }
        throw new InvalidOperationException("The unchanged text must be the last variant.");
    }

    /// <summary>The earlier script of a text, if compiling the text again would give the same code: no later
    /// script has declared a name that occurs in it or imported a namespace, and it has no static members, whose
    /// values would persist. Running the script again replaces its variables.</summary>
    public CompiledScript? FindReusable(string code, string path)
    {
        int at = _ran.FindLastIndex(script => script.Source == code && script.Path == path);
        if (at < 0 || _end.NewReferences.Count > 0 || _ran[at].KeepsState)
            return null;
        IEnumerable<CompiledScript> later = _ran.Skip(at + 1);
        return later.Any(script => script.HasUsings || script.Declares.Overlaps(_ran[at].Identifiers))
            ? null : _ran[at];
    }

    public Compilation Analyze(string code) => Analyze(code, path: "");

    public Compilation Analyze(string code, string path)
    {
        CSharpCompilation compilation = Create(code, path);
        return compilation.WithOptions(compilation.Options.WithWarningLevel(DefaultWarnings));
    }

    /// <summary>The variables that the next script can use, with their values, in the order of declaration.</summary>
    public IReadOnlyList<(IFieldSymbol Field, object? Value)> Variables()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var states = _states.OfType<object>().ToDictionary(state => state.GetType().Name);
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(IFieldSymbol, object?)>();
        CSharpCompilation? at = _end.Last;
        for (; at is not null; at = at.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            ISymbol[] members = [.. at.ScriptClass!.GetMembers().Where(m => m.CanBeReferencedByName)];
            if (states.TryGetValue(at.ScriptClass.Name, out object? state))
                // Static fields are omitted, since reading one may run its initializer.
                found.InsertRange(
                    0,
                    from field in members.OfType<IFieldSymbol>()
                    where !hidden.Contains(field.Name) && (field.IsConst || !field.IsStatic)
                    select (field, field.IsConst
                        ? field.ConstantValue
                        : state.GetType().GetField(field.Name, all)?.GetValue(state)));
            hidden.UnionWith(members.Select(member => member.Name));
        }
        return found;
    }

    public void Set(string name, object? value)
    {
        object state = _states[_stateCount - 1]!;
        state.GetType().GetField(name)!.SetValue(state, value);
    }

    /// <summary>Runs a compiled script and appends it to the chain; if it has run before, it keeps its position. If
    /// it throws an exception, its effects up to then remain.</summary>
    public async Task<(object? Value, Exception? Exception)> RunAsync(CompiledScript script)
    {
        bool again = _ran.Contains(script);
        if (_stateCount == _states.Length)
            Array.Resize(ref _states, 2 * _stateCount);
        object? value = null;
        Exception? exception = null;
        try
        {
            value = await script.RunAsync(_states);
        }
        catch (Exception e)
        {
            exception = e;
        }
        if (again)
            return (value, exception);
        _ran.Add(script);
        if (_states[_stateCount] is not null)
            _stateCount++;
        _end = new End(script.Compilation, [], _end.Referenced);
        return (value, exception);
    }

    /// <summary>Begins a branch: when it is disposed, the scripts that have run since are dropped.</summary>
    public IDisposable Branch() => new BranchOf(this, _end, _stateCount, _ran.Count);

    private CSharpCompilation Create(string code, string path)
    {
        End end = _end;
        return _compiler.Create(code, path, end.Last, end.NewReferences);
    }

    private CompiledScript Load(CSharpCompilation compilation, ScriptCode? compiled)
    {
        if (compiled is not { } code)
            return new CompiledScript(compilation, Assembly: null, EntryType: null);
        using var assembly = new MemoryStream(code.Assembly);
        Assembly loaded = Context.LoadFromStream(assembly);
        SequencePoints.Add(
            loaded, () => ScriptCompiler.Emit(compilation, hasSymbols: true, CancellationToken.None)!.Symbols);
        return new CompiledScript(compilation, loaded, code.EntryType) { Uses = UsedAssemblies(code.Assembly) };
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

    private sealed record BranchOf(ScriptChain Chain, End Begin, int States, int Ran) : IDisposable
    {
        public void Dispose()
        {
            (Chain._end, Chain._stateCount) = (Begin, States);
            Array.Clear(Chain._states, States, Chain._states.Length - States);
            Chain._ran.RemoveRange(Ran, Chain._ran.Count - Ran);
        }
    }

    /// <param name="NewReferences">References added since then: a script inherits those of earlier ones.</param>
    /// <param name="Referenced">The simple names of all assemblies that have been added.</param>
    private sealed record End(
        CSharpCompilation? Last, IReadOnlyList<MetadataReference> NewReferences, ImmutableHashSet<string> Referenced);
}

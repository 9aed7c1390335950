using System.Runtime.Loader;

namespace NeuralNotebooks.Judge;

/// <summary>Runs the compiled cells of one session, and its probes, in this process.</summary>
/// <remarks>The cells are loaded for this session only, so that their static members have the values of a new process.
/// Libraries, such as the kit, are loaded once in a process.</remarks>
internal sealed class JudgedSession
{
    private const int MaxMessageLength = 4000;

    private static readonly ConcurrentDictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);

    private readonly AssemblyLoadContext _context = new("cells");
    private readonly Dictionary<string, Assembly> _loaded = [];
    private readonly SequencePoints _lines = new();

    private object?[] _states = [];
    private Assembly? _judged;

    static JudgedSession() => AssemblyLoadContext.Default.Resolving += (_, name) => Library(name);

    public JudgedSession() => _context.Resolving += (_, name) => Library(name);

    /// <summary>Sends all output of the sessions of this process to a sink from now on.</summary>
    public static CellExecution SendOutputsTo(IOutputSink sink)
    {
        var execution = new CellExecution(
            new CodeOrigin(0), new DirectOutputs(sink),
            _ => throw new InvalidOperationException("A submission cannot read input while it is judged."));
        CurrentCell.Enter(execution);
        return execution;
    }

    /// <remarks>As in a notebook, later cells also run after a cell has failed, and can use the variables that it has
    /// set.</remarks>
    public SessionStarted Start(StartSession session)
    {
        foreach (string file in session.Libraries)
            _libraries.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        if (Library(new("NeuralNotebooks.Course"))?.GetType("NeuralNotebooks.Course.Variant") is { } variant)
            SetVariant(variant, session);
        (_states, _judged) = (new object?[session.Cells.Count + 2], null); // One more each for globals and a probe.
        SessionStarted? failed = null;
        for (int i = 0; i < session.Cells.Count; i++)
        {
            CompiledCell cell = session.Cells[i];
            if (cell.IsOptional && session.IsWithoutOptional)
                continue; // Cells that are not optional do not use its declarations.
            Assembly assembly = Load(cell);
            if (cell.IsJudged)
                _judged = assembly;
            try
            {
                Run(cell, assembly, _states);
            }
            catch (Exception e)
            {
                if (failed is null || cell.IsJudged)
                    failed = new SessionStarted(Describe(e), i, Message(e));
            }
        }
        return failed ?? new SessionStarted(null, null, null);
    }

    /// <param name="method">The method of the cell that returns the value; null if the cell itself returns it.</param>
    public EvaluatedProbe Ask(CompiledCell cell, string? method)
    {
        try
        {
            object?[] states = [.. _states]; // A copy, so that a probe's declarations are discarded.
            Assembly assembly = Load(cell);
            object? value = Run(cell, assembly, states);
            if (method is not null)
                value = Call(states.First(state => state?.GetType().Assembly == assembly)!, method);
            return new EvaluatedProbe(ValueReader.Read(value), null);
        }
        catch (Exception e)
        {
            return new EvaluatedProbe(Describe(e), Message(e));
        }
    }

    private static object? Run(CompiledCell cell, Assembly assembly, object?[] states) =>
        CompiledScript.RunAsync(assembly, cell.Type, states).GetAwaiter().GetResult();

    private static object? Call(object script, string method) =>
        script.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!
            .Invoke(script, BindingFlags.DoNotWrapExceptions, binder: null, parameters: [], culture: null);

    private static Assembly? Library(AssemblyName name) =>
        _libraries.TryGetValue(name.Name!, out string? file)
            ? AssemblyLoadContext.Default.LoadFromAssemblyPath(file)
            : null;

    private Assembly Load(CompiledCell cell)
    {
        if (_loaded.TryGetValue(cell.Id, out Assembly? loaded))
            return loaded;
        using var assembly = new MemoryStream(cell.Assembly);
        loaded = _context.LoadFromStream(assembly);
        if (cell.IsJudged)
            _lines.Add(loaded, () => cell.Symbols);
        return _loaded[cell.Id] = loaded;
    }

    /// <summary>Sets the assignment and the student in the kit's Variant class.</summary>
    /// <exception cref="MissingMemberException">A property is missing. Without the exception, all answers would be
    /// judged with the numbers of the example.</exception>
    internal static void SetVariant(Type variant, StartSession session)
    {
        Set("Assignment", session.Assignment);
        Set("Student", session.Student);

        void Set(string property, string? value) =>
            (variant.GetProperty(property) ?? throw new MissingMemberException(variant.FullName, property))
                .SetValue(null, value);
    }

    /// <summary>Describes an exception by its type and its line in the judged cell. For a type that the student has
    /// declared, the nearest base type of the framework or a library is used.</summary>
    private MissingValue Describe(Exception exception)
    {
        while (exception is AggregateException { InnerException: { } inner })
            exception = inner;
        Type type = exception.GetType();
        while (type.BaseType is { } parent && AssemblyLoadContext.GetLoadContext(type.Assembly) == _context)
            type = parent;
        string name = type.FullName ?? type.Name;
        MissingReason reason = exception is OutOfMemoryException ? MissingReason.MemoryLimit : MissingReason.Threw;
        return new MissingValue(reason, name[..Math.Min(name.Length, ValueLimits.Detail)], Line(exception));
    }

    private int? Line(Exception exception) =>
        _judged is null
            ? null
            : _lines.Lines(exception).FirstOrDefault(f => f.Frame.GetMethod()?.Module.Assembly == _judged).Line;

    private static string Message(Exception exception) =>
        string.Concat(ExceptionText.OneLine(exception).Take(MaxMessageLength));
}

namespace NeuralNotebooks.Engine;

/// <summary>Describes a stack frame with the names of the source code instead of compiler-generated names.</summary>
internal static partial class StackFrameText
{
    private static readonly Assembly _engine = typeof(StackFrameText).Assembly;

    /// <summary>Whether a frame belongs to the engine or the runtime, not to the cell or its libraries.</summary>
    public static bool IsInternal(StackFrame frame)
    {
        if (frame.GetMethod() is not { } method || method.DeclaringType is not { } type)
            return !frame.HasMethod();
        return type.Assembly == _engine
            || type.Namespace is "System.Threading" or "System.Threading.Tasks" or "System.Runtime"
                or "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices"
            || method.IsDefined(typeof(StackTraceHiddenAttribute))
            || type.IsDefined(typeof(StackTraceHiddenAttribute));
    }

    public static string Of(StackFrame frame, CellLocation? at, string? file, int? line)
    {
        string place = at?.ToString() ?? (file is null ? "" : Invariant($"{Path.GetFileName(file)}, line {line}"));
        string method = frame.GetMethod() is { } m ? Describe(m) : "";
        return method.Length == 0 ? place : place.Length == 0 ? method : $"{method} in {place}";
    }

    /// <summary>The text of a stack trace with the names of the source code.</summary>
    public static string Readable(string trace) =>
        Compiled().Replace(TypeName.WithoutScriptClass(trace), match => match.Groups["kind"].Value switch
        {
            _ when match.Groups["inner"].Value == "<Initialize>" && match.Groups["step"].Success =>
                "the top level of a cell",
            "g" => match.Groups["local"].Value,
            "b" => "lambda",
            "d" => match.Groups["inner"].Value + "(…)",
            _ => match.Value,
        });

    /// <summary>The method's name and parameters; empty for the top level of a script.</summary>
    private static string Describe(MethodBase method)
    {
        string name = method.Name;
        Type? type = method.DeclaringType;
        bool stateMachine = name == "MoveNext" && type is not null && Generated().IsMatch(type.Name);
        if (stateMachine)
            (name, type) = (type!.Name, type.DeclaringType);
        while (type is not null && type.Name.StartsWith("<>c", StringComparison.Ordinal))
            type = type.DeclaringType;

        while (Generated().Match(name) is { Success: true } match)
        {
            string inner = match.Groups["inner"].Value;
            string outer = inner == "<Initialize>" ? "" : $" in {inner}";
            switch (match.Groups["kind"].Value)
            {
                case "b":
                    return Qualify(type, $"lambda{outer}");
                case "g":
                    name = match.Groups["local"].Value;
                    break;
                default:
                    name = inner;
                    break;
            }
        }
        if (name is "<Initialize>" or "<Main>")
            return "";
        if (name is ".ctor" or ".cctor")
            name = TypeName.IsScriptClass(type) ? "" : "new";
        string parameters = stateMachine
            ? "…"
            : string.Join(
                ", ",
                method.GetParameters()
                    .Where(p => p.Name?.Length > 0) // The compiler's own have no name, such as for captured variables.
                    .Select(p => $"{TypeName.Short(p.ParameterType)} {p.Name}"));
        return name.Length == 0 ? "" : Qualify(type, $"{name}({parameters})");
    }

    private static string Qualify(Type? type, string member) =>
        type is null || TypeName.IsScriptClass(type) ? member : $"{TypeName.Full(type)}.{member}";

    /// <summary>E.g. <c>&lt;&lt;Initialize&gt;&gt;d__0</c> (state machine), <c>&lt;F&gt;b__0_1</c> (lambda),
    /// <c>&lt;F&gt;g__Local|0_1</c> (local function).</summary>
    [GeneratedRegex(@"^<(?<inner>.+)>(?<kind>[a-z])__(?<local>[^|]*)")]
    private static partial Regex Generated();

    /// <summary>As <see cref="Generated"/>, with the classes of lambdas and the step of a state machine.</summary>
    [GeneratedRegex(
        @"(<>c\w*\.)*<(?<inner><Initialize>|\w+)>(?<kind>[a-z])__(?<local>[^\W_]*)[|\w]*(?<step>\.MoveNext\(\))?")]
    private static partial Regex Compiled();
}

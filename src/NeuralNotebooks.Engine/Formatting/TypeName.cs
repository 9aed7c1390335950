namespace NeuralNotebooks.Engine;

/// <summary>Names of types as .NET Interactive spells them: the runtime's names, with C#'s angle brackets.</summary>
/// <remarks>A type declared in a cell is nested in the class of its script, whose name is omitted.</remarks>
internal static partial class TypeName
{
    /// <summary>E.g. <c>List&lt;String&gt;</c>.</summary>
    public static string Short(Type type) => Name(type, isFull: false);

    /// <summary>E.g. <c>System.Collections.Generic.List&lt;System.String&gt;</c>.</summary>
    public static string Full(Type type) => Name(type, isFull: true);

    /// <summary>The type of a variable in C# code; <c>dynamic</c> if code cannot name the type.</summary>
    public static string InCode(Type type) => type.IsVisible ? Full(type).Replace('+', '.') : "dynamic";

    public static string WithoutScriptClass(string text) => ScriptClass().Replace(text, "");

    public static bool IsOfCell(Type type) =>
        type.DeclaringType is { } outer && (IsScriptClass(outer) || IsOfCell(outer));

    /// <summary>Whether a type is the class of a script, whose members are the declarations of a cell.</summary>
    public static bool IsScriptClass(Type? type) =>
        type?.Name.StartsWith("Submission#", StringComparison.Ordinal) == true;

    /// <summary>Whether a type is the state machine of a script's top-level code.</summary>
    public static bool IsTopLevel(Type? type) =>
        type?.Name.StartsWith("<<Initialize>>d__", StringComparison.Ordinal) == true;

    public static bool IsOfSystem(Type type) => $"{type.Namespace}.".StartsWith("System.", StringComparison.Ordinal);

    private static string Name(Type type, bool isFull)
    {
        if (type.HasElementType)
            return Name(type.GetElementType()!, isFull)
                + (type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]" : type.IsByRef ? "&" : "*");
        if (type.IsGenericParameter)
            return type.Name;
        string? outer =
            !isFull ? null
            : type.DeclaringType is not { } declaring ? type.Namespace
            : IsScriptClass(declaring) ? null
            : declaring.FullName ?? declaring.Name;
        string name = (string.IsNullOrEmpty(outer) ? "" : outer + ".") + type.Name.Split('`')[0];
        Type[] arguments = type.Name.Contains('`') ? type.GetGenericArguments() : [];
        return arguments.Length == 0
            ? name : $"{name}<{string.Join(',', arguments.Select(argument => Name(argument, isFull)))}>";
    }

    [GeneratedRegex(@"Submission#[0-9]*[+.]")]
    private static partial Regex ScriptClass();
}

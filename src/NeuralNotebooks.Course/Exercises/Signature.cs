using System.Reflection;

namespace NeuralNotebooks.Course;

/// <summary>What to say of a function whose parameters or result are not those that a checkpoint asks for.</summary>
internal static class Signature
{
    public static Verdict Differs(Delegate? answer, string expected) => answer is null
        ? Verdict.NotYet($"There is no function to check yet. It should be `{expected}`.")
        : Verdict.CouldNotBeChecked(
            $"Your function is `{Describe(answer.Method)}`; this checkpoint needs `{expected}`.",
            "The parameters or the type of the result were changed. Take the first line from the starter again.");

    private static string Describe(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters().Select(parameter => Name(parameter.ParameterType));
        return $"{Name(method.ReturnType)} ({string.Join(", ", parameters)})";
    }

    private static string Name(Type type)
    {
        if (!type.IsGenericType)
        {
            return Keyword(type);
        }

        string arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        bool tuple = type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true;
        return tuple ? $"({arguments})" : $"{type.Name.Split('`')[0]}<{arguments}>";
    }

    private static string Keyword(Type type) => type.Name switch
    {
        nameof(Double) => "double",
        nameof(Single) => "float",
        nameof(Int32) => "int",
        nameof(Boolean) => "bool",
        nameof(String) => "string",
        "Void" => "void",
        string other => other,
    };
}

using System.Reflection;
using System.Text.RegularExpressions;

namespace NeuralNotebooks.Course;

/// <summary>The verdict on a function with the wrong parameters or result type.</summary>
internal static class Signature
{
    public static Verdict Differs(Delegate? answer, string expected) => answer is null
        ? Verdict.NotYet($"There is no function to check yet. It should be `{expected}`.")
        : Verdict.CouldNotBeChecked(
            $"Your function is `{Describe(answer.Method)}`; this checkpoint needs `{expected}`.",
            LikelyChange(answer.Method, expected));

    private static string LikelyChange(MethodInfo method, string expected)
    {
        bool Has(string type) =>
            Regex.IsMatch(Describe(method), $@"\b{type}\b") && !Regex.IsMatch(expected, $@"\b{type}\b");
        return (method, expected) switch
        {
            _ when Has("float") => "Everything here is computed in `double`: write `double` for `float`.",
            _ when Has("void") =>
                "Your function returns nothing: give it the type of the starter's result, and end it with `return`.",
            _ when method.GetParameters().Any(parameter => parameter.IsOptional) =>
                "A parameter with a default value is a parameter as well: the check cannot leave it out. Make it a "
                    + "variable inside the function.",
            _ when Has("int") => "An `int` has no fractional part: write `double` instead of `int`.",
            _ => "The parameters or the return type were changed. Take the first line from the starter again.",
        };
    }

    private static string Describe(MethodInfo method)
    {
        IEnumerable<string> parameters = method.GetParameters().Select(parameter => Name(parameter.ParameterType));
        return $"{Name(method.ReturnType)} ({string.Join(", ", parameters)})";
    }

    private static string Name(Type type)
    {
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (!type.IsGenericType)
            return Keyword(type);
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

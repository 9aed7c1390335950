using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Plotly.NET.Offline.Tests;

/// <summary>Source that compiles against Plotly.NET compiles against this project only if every signature is the
/// same.</summary>
public partial class SignatureTests
{
    private static readonly Dictionary<string,
    string[]> _original = GoldenFile.Read("api.txt").Split("## ").Skip(1).Select(type => type.Split('\n'))
        .ToDictionary(
            lines => lines[0].Trim(),
            lines =>
            (string[])[
                .. lines.Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => WithoutParameterLetters(line.Trim())).Order(StringComparer.Ordinal)]);

    public static TheoryData<string> Types => [.. _original.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_members_of_a_type_are_those_of_the_original_with_their_parameters(string type)
    {
        Type ours = typeof(GenericChart).Assembly.GetType(type)
            ?? throw new InvalidOperationException($"{type} is missing.");
        IEnumerable<string> members =
            ours.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName)
                .Select(Written);

        Assert.Equal(_original[type], members.Order(StringComparer.Ordinal));
    }

    private static string Written(MethodInfo method)
    {
        bool extension = method.IsDefined(typeof(ExtensionAttribute));
        string parameters = string.Join(", ", method.GetParameters().Select((p, i) =>
            // Calls never name the receiver of an extension.
            $"{Name(p.ParameterType)} {(extension && i == 0 ? "this" : p.Name)}{(p.IsOptional ? "?" : "")}"));
        string generics = method.IsGenericMethod
            ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";
        return $"static {(extension ? "ext " : "")}{Name(method.ReturnType)} {method.Name}{generics}({parameters})";
    }

    private static string Name(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => $"#{type.GenericParameterPosition}",
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } =>
            $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<"
            + $"{string.Join(",", type.GetGenericArguments().Select(Name))}>",
        { IsNested: true } => $"{type.DeclaringType!.Name}.{type.Name}",
        _ => type.Name,
    };

    // The names of type parameters do not matter: they are replaced by their position.
    private static string WithoutParameterLetters(string signature)
    {
        signature = signature.Replace("(GenericChart )", "(GenericChart this)", StringComparison.Ordinal);
        Match generics = GenericList().Match(signature);
        if (!generics.Success)
            return signature;
        string[] letters = generics.Groups[1].Value.Split(',');
        for (int i = 0; i < letters.Length; i++)
            signature = Regex.Replace(signature, $@"(?<=[<,( ]){Regex.Escape(letters[i])}(?=[>, ])", $"#{i}");
        return signature;
    }

    [GeneratedRegex(@" \w+<([^(]*)>\(")]
    private static partial Regex GenericList();
}

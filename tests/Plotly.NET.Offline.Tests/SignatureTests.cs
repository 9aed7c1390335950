using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Plotly.NET.Offline.Tests;

/// <summary>Source that compiles against Plotly.NET compiles against this project only if every signature is the same.</summary>
public partial class SignatureTests
{

    public static TheoryData<string, string> Members
    {
        get
        {
            TheoryData<string, string> rows = [];
            string type = "";
            foreach (string line in GoldenFile.Read("api.txt").Split('\n'))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                    type = line[3..].Trim();
                else if (line.StartsWith("  ", StringComparison.Ordinal))
                    rows.Add(type, line.Trim());
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_has_the_types_names_order_and_optionality_of_the_original(string type, string signature)
    {
        Type ours = typeof(GenericChart).Assembly.GetType(type) ?? throw new InvalidOperationException($"{type} is missing.");
        string[] signatures = [.. ours.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(Written)];
        Assert.Contains(WithoutParameterLetters(signature), signatures);
    }

    public static TheoryData<string> Types => [.. Members.Select(row => row.Data.Item1).Distinct()];

    [Theory]
    [MemberData(nameof(Types))]
    public void No_member_is_there_that_the_original_has_not(string type)
    {
        string[] original = [.. Members.Where(row => row.Data.Item1 == type).Select(row => WithoutParameterLetters(row.Data.Item2))];
        Type ours = typeof(GenericChart).Assembly.GetType(type)!;
        Assert.All(
            ours.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName).Select(Written),
            member => Assert.Contains(member, original));
    }

    private static string Written(MethodInfo method)
    {
        bool extension = method.IsDefined(typeof(ExtensionAttribute));
        string parameters = string.Join(", ", method.GetParameters().Select((p, i) =>
            // The receiver of an extension goes by no name in calls.
            $"{Name(p.ParameterType)} {(extension && i == 0 ? "this" : p.Name)}{(p.IsOptional ? "?" : "")}"));
        string generics = method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(Name))}>" : "";
        return $"static {(extension ? "ext " : "")}{Name(method.ReturnType)} {method.Name}{generics}({parameters})";
    }

    private static string Name(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => $"#{type.GenericParameterPosition}",
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(",", type.GetGenericArguments().Select(Name))}>",
        { IsNested: true } => $"{type.DeclaringType!.Name}.{type.Name}",
        _ => type.Name,
    };

    // The letters of type parameters are their owner's affair: they are written by position.
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

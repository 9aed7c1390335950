using System.Reflection;
using System.Runtime.CompilerServices;

namespace Plotly.NET.Offline.Tests;

/// <summary>Source that compiles against this project compiles against Plotly.NET as well.</summary>
public class SignatureTests
{
    private static readonly Dictionary<string, Signature[]> _original = Repository
        .Read("tests/Plotly.NET.Offline.Tests/Golden/api.txt").Split("## ").Skip(1)
        .Select(type => type.Split('\n'))
        .ToDictionary(
            lines => lines[0].Trim(),
            lines => lines.Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal))
                .Select(line => new Signature(line.Trim()))
                .OrderBy(one => one.Head, StringComparer.Ordinal).ToArray());

    public static TheoryData<string> Types => [.. _original.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void The_members_of_a_type_are_those_of_the_original_with_some_of_its_optional_parameters(string type)
    {
        Type ours = typeof(GenericChart).Assembly.GetType(type)
            ?? throw new InvalidOperationException($"{type} is missing.");
        // A static property of Plotly.NET may be a constant of an enumeration here.
        IEnumerable<string> written = ours.IsEnum
            ? Enum.GetNames(ours).Select(name => $"static {Name(ours)} get_{name}()")
            : ours.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.IsSpecialName)
                .Select(Written);
        Signature[] members =
            [.. written.Select(one => new Signature(one)).OrderBy(one => one.Head, StringComparer.Ordinal)];

        Assert.Equal(_original[type].Select(one => one.Head), members.Select(one => one.Head));
        Assert.All(
            _original[type].Zip(members),
            pair => Assert.Equal(pair.First.Optional.Where(pair.Second.Optional.Contains), pair.Second.Optional));
    }

    /// <summary>The required parameters, and the optional ones, which a call names.</summary>
    private sealed class Signature(string written)
    {
        private readonly string[] _parameters = written[..^1].Split('(')[1].Split(", ");

        public string Head =>
            $"{written.Split('(')[0]}({string.Join(", ", _parameters.Where(one => !IsOptional(one)))})";

        public IEnumerable<string> Optional => _parameters.Where(IsOptional);

        private static bool IsOptional(string parameter) => parameter.EndsWith('?');
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
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } =>
            $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<"
            + $"{string.Join(",", type.GetGenericArguments().Select(Name))}>",
        { IsNested: true, IsGenericParameter: false } => $"{type.DeclaringType!.Name}.{type.Name}",
        _ => type.Name,
    };
}

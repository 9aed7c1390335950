using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Tests;

/// <summary>The library is a package: what others may call changes on purpose only.</summary>
public class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    [Fact]
    public void The_public_surface_is_the_approved_one() =>
        ApprovedTexts.Check(
            "PublicApi",
            "NeuralNotebooks",
            string.Join(
                '\n',
                typeof(Matrix).Assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal).Select(Written)
            )
        );

    private static string Written(Type type)
    {
        string kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        string[] bases =
        [
            .. new[] { type.BaseType }
                .Where(parent => parent is not null && parent != typeof(object) && !type.IsEnum && !type.IsValueType)
                .Concat(
                    type.GetInterfaces().OrderBy(Name, StringComparer.Ordinal).Where(i => i.IsPublic && !type.IsEnum)
                )
                .Select(parent => Name(parent!)),
        ];
        IEnumerable<string> members = type.GetMembers(Declared)
            .Select(Written)
            .OfType<string>()
            .Order(StringComparer.Ordinal);
        return $"{kind} {Name(type)}{(bases.Length == 0 ? "" : " : ")}{string.Join(", ", bases)}\n"
            + string.Concat(members.Select(member => $"    {member}\n"));
    }

    /// <summary>A member as it is declared; null if only the library can see it, or if the compiler wrote it.</summary>
    private static string? Written(MemberInfo member) =>
        member switch
        {
            FieldInfo { IsSpecialName: false } field when IsVisible(field.Attributes) =>
                $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}"
                    + (field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : ""),
            PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
                $"{Modifiers(property.GetAccessors(true)[0])}{Name(property.PropertyType)} {property.Name}"
                    + $"{Indices(property)} {{ {accessors}}}",
            ConstructorInfo constructor when IsVisible(constructor) =>
                $"{Modifiers(constructor)}new({Parameters(constructor)})",
            MethodInfo method
                when IsVisible(method)
                    && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                    && !method.IsDefined(typeof(CompilerGeneratedAttribute)) =>
                $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{Generics(method.GetGenericArguments())}"
                    + $"({Parameters(method)})",
            _ => null,
        };

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask)
            is FieldAttributes.Public
                or FieldAttributes.Family
                or FieldAttributes.FamORAssem;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { } get && IsVisible(get) ? "get; " : "")
        + (
            property.SetMethod is { } set && IsVisible(set)
                ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                    ? "init; "
                    : "set; "
                : ""
        );

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (
            method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal ? ""
            : method.IsAbstract ? "abstract "
            : method is MethodInfo overriding && overriding.GetBaseDefinition() != method ? "override "
            : "virtual "
        );

    private static string Indices(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices
            ? $"[{string.Join(", ", indices.Select(index => Name(index.ParameterType)))}]"
            : "";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "")
        + string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}"
                    + (parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "")
                )
        );

    private static string Value(object? value) =>
        value switch
        {
            null => "default",
            string text => $"\"{text}\"",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string Name(Type type) =>
        type switch
        {
            { IsByRef: true } => $"ref {Name(type.GetElementType()!)}",
            { IsArray: true } => Name(type.GetElementType()!) + $"[{new string(',', type.GetArrayRank() - 1)}]",
            { IsGenericParameter: true } => type.Name,
            _ when Nullable.GetUnderlyingType(type) is { } value => Name(value) + "?",
            _ => (type.IsNested ? Name(type.DeclaringType!) + "." : "")
                + type.Name.Split('`')[0]
                + Generics(type.GetGenericArguments()),
        };

    private static string Generics(Type[] types) =>
        types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";
}

namespace NeuralNotebooks;

/// <summary>Names the type that makes the formatters of a class, for hosts such as .NET Interactive.</summary>
/// <remarks>Hosts find it by its simple name, so that the library needs no reference to any of them.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

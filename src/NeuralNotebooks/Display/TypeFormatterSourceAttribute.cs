namespace NeuralNotebooks;

/// <summary>Names the type that creates the formatters of a class, for hosts such as .NET Interactive.</summary>
/// <remarks>A host finds this attribute by its simple name, so the library needs no reference to the host.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[]? PreferredMimeTypes { get; set; }
}

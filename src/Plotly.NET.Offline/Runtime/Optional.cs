namespace Plotly.NET.CSharp;

/// <summary>An optional argument of the C# API; <c>default</c> means absent, so that value types need no second
/// overload.</summary>
public readonly record struct Optional<T>(T Value, bool IsSome) : IOptional
{
    object? IOptional.Value => IsSome ? Value : null;

    public static implicit operator Optional<T>(T Value) => new(Value, true);
}

/// <summary>An optional argument of any type.</summary>
internal interface IOptional
{
    /// <summary>The argument; null if it is absent.</summary>
    object? Value { get; }
}

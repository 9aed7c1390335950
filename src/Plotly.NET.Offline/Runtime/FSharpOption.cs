namespace Microsoft.FSharp.Core;

/// <summary>An optional argument of the core API: absent where null. A class, so that <c>null</c> can be passed by
/// name.</summary>
public sealed class FSharpOption<T>(T value)
{
    public T Value { get; } = value;

    public static FSharpOption<T>? None => null;

    public static FSharpOption<T> Some(T value) => new(value);

    public static implicit operator FSharpOption<T>(T value) => new(value);
}

using Microsoft.FSharp.Core;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>Sets properties from optional arguments: an absent one leaves no trace in the JSON.</summary>
internal static class OptionalProperties
{
    public static TObject Set<TObject>(this TObject target, string name, object? value)
        where TObject : DynamicObj.DynamicObj
    {
        target.SetValue(name, value);
        return target;
    }

    public static TObject With<TObject, T>(this TObject target, string name, FSharpOption<T>? value)
        where TObject : DynamicObj.DynamicObj =>
        value is null ? target : target.Set(name, value.Value);

    /// <summary>One value for all points, or one for each of them; the latter wins where both are given.</summary>
    public static TObject With<TObject, T>(this TObject target, string name, FSharpOption<T>? single, FSharpOption<IEnumerable<T>>? multi)
        where TObject : DynamicObj.DynamicObj =>
        multi is null ? target.With(name, single) : target.With(name, multi);

    public static TObject With<TObject, T>(this TObject target, string name, Optional<T> value)
        where TObject : DynamicObj.DynamicObj =>
        value.IsSome ? target.Set(name, value.Value) : target;

    public static TObject With<TObject, T>(this TObject target, string name, Optional<T> single, Optional<IEnumerable<T>> multi)
        where TObject : DynamicObj.DynamicObj =>
        multi.IsSome ? target.With(name, multi) : target.With(name, single);

    public static FSharpOption<T>? ToOption<T>(this Optional<T> value) => value.IsSome ? FSharpOption<T>.Some(value.Value) : null;

    public static T Or<T>(this Optional<T> value, T otherwise) => value.IsSome ? value.Value : otherwise;
}

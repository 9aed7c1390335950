namespace NeuralNotebooks.Judge;

/// <summary>The types and members that every answer may use: the language, numbers, strings, collections, LINQ and the
/// kit.</summary>
internal static class UsualVocabulary
{
    private static readonly HashSet<string> _namespaces = Words("""
        System.Collections System.Collections.Generic System.Collections.Immutable System.Collections.ObjectModel
        System.Collections.Concurrent System.Collections.Frozen System.Collections.Specialized System.Linq System.Text
        System.Text.RegularExpressions System.Globalization System.Numerics System.Numerics.Tensors
        System.Runtime.Intrinsics System.Runtime.Intrinsics.X86 System.Runtime.Intrinsics.Arm System.Threading
        System.Threading.Tasks System.Diagnostics.CodeAnalysis Microsoft.FSharp.Core Microsoft.FSharp.Collections
        """);

    private static readonly HashSet<string> _allowedInOtherNamespaces = Words("""
        T:System.Buffers.ArrayPool`1 T:System.Buffers.SearchValues T:System.Buffers.SearchValues`1
        T:System.Diagnostics.Stopwatch T:System.Diagnostics.Debug T:System.Diagnostics.Trace
        T:System.Diagnostics.ConditionalAttribute T:System.Diagnostics.DebuggerDisplayAttribute
        T:System.Diagnostics.DebuggerHiddenAttribute T:System.Diagnostics.DebuggerStepThroughAttribute
        T:System.Diagnostics.Contracts.PureAttribute T:System.IO.TextWriter T:System.IO.TextReader
        T:System.IO.StringWriter T:System.IO.StringReader T:System.IO.Path
        T:System.Runtime.CompilerServices.MethodImplAttribute T:System.Runtime.CompilerServices.MethodImplOptions
        T:System.Runtime.CompilerServices.CollectionBuilderAttribute T:System.Runtime.CompilerServices.ITuple
        P:System.Reflection.MemberInfo.Name T:System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
        T:System.Runtime.CompilerServices.TaskAwaiter T:System.Runtime.CompilerServices.TaskAwaiter`1
        T:System.Runtime.CompilerServices.ValueTaskAwaiter T:System.Runtime.CompilerServices.ValueTaskAwaiter`1
        T:System.Runtime.CompilerServices.YieldAwaitable T:System.Runtime.CompilerServices.YieldAwaitable.YieldAwaiter
        T:System.Runtime.CompilerServices.ConfiguredTaskAwaitable
        T:System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1
        T:System.Runtime.ExceptionServices.ExceptionDispatchInfo T:System.Text.Json.JsonSerializer
        T:System.Text.Json.JsonSerializerOptions T:NeuralNotebooks.Engine.NotebookFunctions
        T:NeuralNotebooks.Engine.OutputFunctions T:NeuralNotebooks.Engine.DisplayedValue
        """);

    /// <summary>Types of the namespace System that must not be used. With them code can find or run other code without
    /// naming it.</summary>
    private static readonly HashSet<string> _deniedInSystem = Words("""
        Activator AppContext AppDomain AppDomainSetup ArgIterator Environment Delegate MarshalByRefObject ModuleHandle
        OperatingSystem RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeTypeHandle Type
        TypedReference AssemblyLoadEventArgs AssemblyLoadEventHandler ResolveEventArgs ResolveEventHandler Attribute
        """);

    /// <summary>These types themselves and those of their members that only compare or return names, which may be
    /// used.</summary>
    private static readonly HashSet<string> _allowedOfDenied = Words("""
        T:System.Type T:System.Delegate T:System.Attribute T:System.Environment P:System.Type.Name
        P:System.Type.FullName M:System.Type.ToString M:System.Type.op_Equality(System.Type,System.Type)
        M:System.Type.op_Inequality(System.Type,System.Type) M:System.Type.Equals(System.Type)
        M:System.Type.Equals(System.Object) M:System.Attribute.#ctor
        M:System.Delegate.Combine(System.Delegate,System.Delegate) P:System.Environment.NewLine
        P:System.Environment.TickCount P:System.Environment.TickCount64 P:System.Environment.ProcessorCount
        """);

    /// <summary>Types and members that must not be used, although the others of their type or library may: methods
    /// that access files. A test compares them with the public members of the kit.</summary>
    private static readonly HashSet<string> _forbidden = Words("""
        M:NeuralNotebooks.Mlp.Load M:NeuralNotebooks.Mlp`1.Save M:NeuralNotebooks.Mlp`1.SaveOnnx
        M:NeuralNotebooks.Mnist.Load M:Plotly.NET.CSharp.GenericChartExtensions.SaveHtml
        M:Plotly.NET.CSharp.GenericChartExtensions.Show M:Plotly.NET.Chart.saveHtml M:Plotly.NET.Chart.show
        M:System.IO.Path.GetTempFileName M:System.IO.Path.Exists
        """);

    /// <summary>The beginnings of ids with which code reaches files, processes, the network or other code.</summary>
    private static readonly HashSet<string> _reachingOutside = Words("""
        System.IO System.Diagnostics.Process System.Net System.Reflection System.Runtime.InteropServices
        System.Runtime.Loader System.Linq.Expressions System.Type System.Activator System.AppDomain System.Environment
        Microsoft.CodeAnalysis Microsoft.Win32
        """);

    public static bool ReachesOutside(string id) =>
        !_allowedInOtherNamespaces.Contains(id) && !_allowedOfDenied.Contains(id)
        && (_forbidden.Any(listed => SymbolId.Matches(id, listed))
            || _reachingOutside.Any(begin =>
                id.AsSpan(2).StartsWith(begin, StringComparison.Ordinal)
                && (id.Length == 2 + begin.Length || id[2 + begin.Length] is '.' or '(')));

    /// <summary>Whether answers may use a symbol. What is forbidden in particular comes before the kit, the kit before
    /// all other rules, and what is allowed in particular before the rule for its namespace.</summary>
    /// <param name="symbol">A type or member of a library, as its source declares it.</param>
    public static bool Allows(ISymbol symbol, IReadOnlyList<string> ids)
    {
        if (ids.Any(id => _forbidden.Any(listed => SymbolId.Matches(id, listed))))
            return false;
        if (IsOfKit(symbol.ContainingAssembly.Name))
            return true;
        if (IsUnchecked(symbol))
            return false;
        if (ids.Any(_allowedInOtherNamespaces.Contains))
            return true;
        INamedTypeSymbol type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        for (INamedTypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            if (ancestor.ToDisplayString() == "System.Exception")
                return true;
        string space = type.ContainingNamespace.ToDisplayString();
        if (space != "System")
            return _namespaces.Contains(space);
        while (type.ContainingType is { } outer)
            type = outer;
        return !_deniedInSystem.Contains(type.Name) || _allowedOfDenied.Contains(ids[0]);
    }

    public static bool IsOfKit(string assembly) =>
        assembly.StartsWith("Plotly.NET", StringComparison.Ordinal)
        || assembly is "NeuralNotebooks" or "NeuralNotebooks.Course" or "NeuralNotebooks.Plotting";

    private static HashSet<string> Words(string text) => [.. text.Split([' ', '\n'])];

    /// <summary>Whether a method accesses memory without bounds checks. Such methods have pointers as parameters or
    /// results, or take a reference and an offset and have "Unsafe" in their names.</summary>
    private static bool IsUnchecked(ISymbol symbol) =>
        symbol is IMethodSymbol method
        && (method.Parameters.Any(parameter => parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            || method.ReturnType is IPointerTypeSymbol or IFunctionPointerTypeSymbol
            || (method.Name.Contains("Unsafe") && method.ContainingNamespace.ToDisplayString() is var space
                && (space.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)
                    || space.StartsWith("System.Numerics", StringComparison.Ordinal))));
}

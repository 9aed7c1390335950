namespace NeuralNotebooks.Classroom;

/// <summary>Decides which types and members an answer may use: the language, numbers, strings, collections, LINQ and
/// the kit, without those that the task forbids, and with those that it allows in addition.</summary>
internal sealed class AnswerVocabulary(AnswerRules rules)
{
    private static readonly HashSet<string> _namespaces = Lines(
        """
        System.Collections
        System.Collections.Generic
        System.Collections.Immutable
        System.Collections.ObjectModel
        System.Collections.Concurrent
        System.Collections.Frozen
        System.Collections.Specialized
        System.Linq
        System.Text
        System.Text.RegularExpressions
        System.Globalization
        System.Numerics
        System.Numerics.Tensors
        System.Runtime.Intrinsics
        System.Runtime.Intrinsics.X86
        System.Runtime.Intrinsics.Arm
        System.Threading
        System.Threading.Tasks
        System.Diagnostics.CodeAnalysis
        Microsoft.FSharp.Core
        Microsoft.FSharp.Collections
        """
    );

    /// <summary>Allowed types and members of namespaces that are otherwise forbidden.</summary>
    private static readonly HashSet<string> _exceptions = Lines(
        """
        T:System.Buffers.ArrayPool`1
        T:System.Buffers.SearchValues
        T:System.Buffers.SearchValues`1
        T:System.Diagnostics.Stopwatch
        T:System.Diagnostics.Debug
        T:System.Diagnostics.Trace
        T:System.Diagnostics.ConditionalAttribute
        T:System.Diagnostics.DebuggerDisplayAttribute
        T:System.Diagnostics.DebuggerHiddenAttribute
        T:System.Diagnostics.DebuggerStepThroughAttribute
        T:System.Diagnostics.Contracts.PureAttribute
        T:System.IO.TextWriter
        T:System.IO.TextReader
        T:System.IO.StringWriter
        T:System.IO.StringReader
        T:System.IO.Path
        T:System.Runtime.CompilerServices.MethodImplAttribute
        T:System.Runtime.CompilerServices.MethodImplOptions
        T:System.Runtime.CompilerServices.CollectionBuilderAttribute
        T:System.Runtime.CompilerServices.ITuple
        P:System.Reflection.MemberInfo.Name
        T:System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
        T:System.Runtime.CompilerServices.TaskAwaiter
        T:System.Runtime.CompilerServices.TaskAwaiter`1
        T:System.Runtime.CompilerServices.ValueTaskAwaiter
        T:System.Runtime.CompilerServices.ValueTaskAwaiter`1
        T:System.Runtime.CompilerServices.YieldAwaitable
        T:System.Runtime.CompilerServices.YieldAwaitable.YieldAwaiter
        T:System.Runtime.CompilerServices.ConfiguredTaskAwaitable
        T:System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1
        T:System.Runtime.ExceptionServices.ExceptionDispatchInfo
        T:System.Text.Json.JsonSerializer
        T:System.Text.Json.JsonSerializerOptions
        T:NeuralNotebooks.Engine.NotebookFunctions
        T:NeuralNotebooks.Engine.DisplayedValue
        """
    );

    /// <summary>Forbidden types of the namespace System. With them code can find or run other code without naming
    /// it.</summary>
    private static readonly HashSet<string> _notInSystem = Lines(
        """
        Activator
        AppContext
        AppDomain
        AppDomainSetup
        ArgIterator
        Environment
        Delegate
        MarshalByRefObject
        ModuleHandle
        OperatingSystem
        RuntimeArgumentHandle
        RuntimeFieldHandle
        RuntimeMethodHandle
        RuntimeTypeHandle
        Type
        TypedReference
        AssemblyLoadEventArgs
        AssemblyLoadEventHandler
        ResolveEventArgs
        ResolveEventHandler
        Attribute
        """
    );

    /// <summary>Allowed members of these types, which only compare or return names, and the types themselves.</summary>
    private static readonly HashSet<string> _inSystem = Lines(
        """
        T:System.Type
        T:System.Delegate
        T:System.Attribute
        T:System.Environment
        P:System.Type.Name
        P:System.Type.FullName
        M:System.Type.ToString
        M:System.Type.op_Equality(System.Type,System.Type)
        M:System.Type.op_Inequality(System.Type,System.Type)
        M:System.Type.Equals(System.Type)
        M:System.Type.Equals(System.Object)
        M:System.Attribute.#ctor
        M:System.Delegate.Combine(System.Delegate,System.Delegate)
        P:System.Environment.NewLine
        P:System.Environment.TickCount
        P:System.Environment.TickCount64
        P:System.Environment.ProcessorCount
        """
    );

    /// <summary>Forbidden types and members of the kit: known wrong answers, and methods that write files.</summary>
    private static readonly HashSet<string> _notInKit = Lines(
        """
        T:NeuralNotebooks.Course.Check.Mistakes
        M:NeuralNotebooks.Mlp`1.Save
        M:Plotly.NET.CSharp.GenericChartExtensions.SaveHtml
        M:Plotly.NET.CSharp.GenericChartExtensions.Show
        M:Plotly.NET.Chart.saveHtml
        M:Plotly.NET.Chart.show
        """
    );

    /// <summary>Forbidden members of otherwise allowed types, because they access the file system.</summary>
    private static readonly HashSet<string> _onFiles = Lines(
        """
        M:System.IO.Path.GetTempFileName
        M:System.IO.Path.Exists
        """
    );

    private static HashSet<string> Lines(string text) => [.. text.Split('\n')];

    /// <summary>The documentation-comment id, or another name, of a forbidden symbol or type argument; null if an
    /// answer may use the symbol.</summary>
    public string? ForbiddenId(ISymbol symbol)
    {
        switch (symbol)
        {
            case IDynamicTypeSymbol:
                return "dynamic";
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                return "unsafe";
            case IArrayTypeSymbol array:
                return ForbiddenId(array.ElementType);
            case INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments }:
                return ForbiddenIdOfSymbol(symbol) ?? FirstForbiddenId(arguments);
            case IMethodSymbol { TypeArguments: { Length: > 0 } arguments }:
                return ForbiddenIdOfSymbol(symbol) ?? FirstForbiddenId(arguments);
            case INamedTypeSymbol or IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol:
                return ForbiddenIdOfSymbol(symbol);
            default:
                return null; // Locals, parameters, type parameters, namespaces.
        }
    }

    /// <summary>Whether an id of the source's list of forbidden or allowed ids names an existing symbol, so that the
    /// vocabulary can match it.</summary>
    public static bool Exists(string listed, Compilation code)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(listed, code) is { } exact)
            return Matches(Ids(exact).First(), listed);
        // The id of a method without parameters stands for all its overloads.
        int dot = listed.LastIndexOf('.');
        return dot > 2
            && !listed.Contains('(')
            && DocumentationCommentId.GetFirstSymbolForDeclarationId($"T:{listed[2..dot]}", code)
                is INamedTypeSymbol type
            && type.GetMembers().Any(member => Matches(Ids(member).First(), listed));
    }

    private string? FirstForbiddenId(IEnumerable<ITypeSymbol> arguments) =>
        arguments.Select(ForbiddenId).FirstOrDefault(id => id is not null);

    private string? ForbiddenIdOfSymbol(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;
        symbol = symbol.OriginalDefinition;
        if (
            symbol.ContainingAssembly is not { Name: var assembly }
            || assembly.StartsWith(CellCompiler.NamePrefix, StringComparison.Ordinal)
        )
            return null;
        string[] ids = [.. Ids(symbol)];
        if (rules.Forbidden.FirstOrDefault(forbidden => ids.Any(id => Matches(id, forbidden))) is { } hit)
            return ReleasedId.IsHash(hit) ? ids.First(id => Matches(id, hit)) : hit;
        return IsKnown(symbol, ids, assembly) || ids.Any(id => rules.Allowed.Any(allowed => Matches(id, allowed)))
            ? null
            : ids[0];
    }

    private static bool IsKnown(ISymbol symbol, string[] ids, string assembly)
    {
        bool isKit =
            assembly.StartsWith("NeuralNotebooks", StringComparison.Ordinal) && assembly != "NeuralNotebooks.Engine";
        if (isKit || assembly.StartsWith("Plotly.NET", StringComparison.Ordinal))
            return !ids.Any(id => _notInKit.Any(listed => Matches(id, listed)));
        if (IsUnchecked(symbol) || ids.Any(id => _onFiles.Any(listed => Matches(id, listed))))
            return false;
        if (ids.Any(_exceptions.Contains))
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
        return !_notInSystem.Contains(type.Name) || _inSystem.Contains(ids[0]);
    }

    /// <summary>Whether a method accesses memory without bounds checks. Such methods have pointers as parameters or
    /// results, or take a reference and an offset and have "Unsafe" in their names.</summary>
    private static bool IsUnchecked(ISymbol symbol) =>
        symbol is IMethodSymbol method
        && (
            method.Parameters.Any(parameter => parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            || method.ReturnType is IPointerTypeSymbol or IFunctionPointerTypeSymbol
            || (
                method.Name.Contains("Unsafe")
                && method.ContainingNamespace.ToDisplayString() is var space
                && (
                    space.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)
                    || space.StartsWith("System.Numerics", StringComparison.Ordinal)
                )
            )
        );

    /// <summary>The ids of a symbol, of the types that contain it, and of its namespaces.</summary>
    private static IEnumerable<string> Ids(ISymbol symbol)
    {
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property })
            symbol = property;
        for (
            ISymbol? s = symbol;
            s is not (null or INamespaceSymbol { IsGlobalNamespace: true }) and not IModuleSymbol;
            s = s.ContainingSymbol
        )
            yield return s.GetDocumentationCommentId() ?? s.Name;
    }

    /// <summary>Whether an id matches a listed one; a method's id without parameters stands for all its
    /// overloads.</summary>
    private static bool Matches(string id, string listed) =>
        ReleasedId.IsHash(listed)
            ? new[] { id, id.Split('(')[0], id.Split("``")[0] }.Any(stem => ReleasedId.Of(stem) == listed)
            : id.StartsWith(listed, StringComparison.Ordinal)
                && (
                    id.Length == listed.Length || id[listed.Length] == '(' || id.AsSpan(listed.Length).StartsWith("``")
                );
}

namespace NeuralNotebooks.Classroom;

/// <summary>What the library's static methods make of a task's arguments, if these are numbers or arrays of them: in
/// one call, or in two members of a type where the second takes what the first gives.</summary>
/// <param name="task">The task.</param>
/// <param name="kitFolders">The folders of the kit.</param>
internal sealed class KitMembers(AssignmentTask task, IEnumerable<string> kitFolders)
{
    private const string Library = "NeuralNotebooks.dll", Number = "double", Read = "read", Write = "write";

    private readonly MethodDeclarationSyntax[] _declared =
    [
        .. SourceSyntax.Parse(task.Reference).Members.OfType<MethodDeclarationSyntax>(),
    ];

    /// <summary>The members, and for each a function that takes a task's arguments.</summary>
    public IReadOnlyList<(string Members, string Function)> Candidates()
    {
        string? library = kitFolders.Select(folder => Path.Combine(folder, Library)).FirstOrDefault(File.Exists);
        if (library is null || _declared is not [{ TypeParameterList: null, ParameterList.Parameters: [_, ..] }])
            return [];
        if (!Parameters.Select(parameter => parameter.Type).Append(_declared[0].ReturnType).All(IsOfNumbers))
            return [];
        MetadataReference reference = MetadataReference.CreateFromFile(library);
        CSharpCompilation kit = FrameworkReferences.OfRuntime.Bound.AddReferences(reference);
        Call[] calls =
        [
            .. TypesIn(((IAssemblySymbol)kit.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace)
                .Where(type => type is { IsStatic: true, DeclaredAccessibility: Accessibility.Public, Arity: 0 })
                .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                .Where(method => method is { DeclaredAccessibility: Accessibility.Public, Arity: < 2 })
                .SelectMany(CallsOf)
                .Where(call => !task.Forbidden.Contains(call.Type) && !task.Forbidden.Contains(call.Id)),
        ];
        return [.. calls.SelectMany(call => FunctionsOf(call, calls)).DistinctBy(one => one.Item2)];
    }

    private SeparatedSyntaxList<ParameterSyntax> Parameters => _declared[0].ParameterList.Parameters;

    private static bool IsOfNumbers(TypeSyntax? type) => type?.ToString() is Number or Number + "[]";

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesIn));

    /// <summary>A method's calls: one for each value of an enumeration that it takes first.</summary>
    private static IEnumerable<Call> CallsOf(IMethodSymbol method)
    {
        ITypeSymbol? first = method.Parameters.FirstOrDefault()?.Type;
        string[] choices = first is { TypeKind: TypeKind.Enum }
            ? [.. first.GetMembers().OfType<IFieldSymbol>().Select(value => $"{first.ToDisplayString()}.{value.Name}")]
            : [""];
        string type = method.ContainingType.ToDisplayString();
        foreach (string choice in choices)
            yield return new(
                $"T:{type}",
                $"M:{type}.{method.Name}",
                $"{type}.{method.Name}{(method.Arity == 1 ? $"<{Number}>" : "")}",
                choice,
                [.. method.Parameters.Skip(choice.Length == 0 ? 0 : 1).Select(parameter => KindOf(parameter.Type))],
                method.ReturnsVoid ? ""
                    : method.ReturnType is INamedTypeSymbol { Arity: > 0 } ? "other"
                    : KindOf(method.ReturnType)
            );
    }

    private static string KindOf(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol or { SpecialType: SpecialType.System_Double } => Number,
            IArrayTypeSymbol { Rank: 1 } array => KindOf(array.ElementType) == Number ? Read : "other",
            INamedTypeSymbol { TypeArguments: [var element] } span when KindOf(element) == Number => span.Name switch
            {
                "ReadOnlySpan" => Read,
                "Span" => Write,
                _ => "other",
            },
            _ => "other",
        };

    private IEnumerable<(string, string)> FunctionsOf(Call call, Call[] all)
    {
        int count = Parameters.Count;
        string last = $"x{count - 1}";
        string result = _declared[0].ReturnType.ToString() == Number ? "[0]" : "";
        if (
            call.Returned == (result.Length > 0 ? Number : Read)
            && call.Fits(Parameters, count)
            && !call.Kinds.Contains(Write)
        )
            yield return (call.Id, Function($"return {call.With(Parameters)};"));
        if (call is not { Returned: "", Kinds: [.., Write] } || call.Kinds.AsSpan(..^1).Contains(Write))
            yield break;
        if (call.Fits(Parameters, count))
            yield return (call.Id, Function($"{call.With(Parameters)}; return {last}{result};"));
        if (call.Kinds.Length == count + 1 && call.Fits(Parameters, count + 1))
            yield return (
                call.Id,
                Function($"var made = new {Number}[x0.Length]; {call.With(Parameters, "made")}; return made{result};")
            );
        if (count != 2 || !call.Kinds.SequenceEqual([Read, Write]))
            yield break;
        foreach (
            Call inner in all.Where(inner =>
                inner.Type == call.Type
                && inner.Choice == call.Choice
                && inner.Id != call.Id
                && inner is { Returned: "", Kinds: [Read, Write] }
            )
        )
            yield return (
                $"{inner.Id} and {call.Id}",
                Function($"{inner.Of("x0", "x0")}; {call.Of("x0", "x1")}; return x1{result};")
            );
    }

    private string Function(string body)
    {
        string types = string.Join(", ", Parameters.Select(parameter => parameter.Type));
        string names = string.Join(", ", Parameters.Select(parameter => parameter.Identifier));
        string arrays = string.Concat(
            Parameters.Select((parameter, i) =>
                $"{Number}[] x{i} = [{(parameter.Type!.ToString() == Number ? "" : ".. ")}{parameter.Identifier}]; "
            )
        );
        return $"((System.Func<{types}, {_declared[0].ReturnType}>)(({names}) => {{ {arrays}{body} }}))";
    }

    /// <summary>A call of a method of the kit.</summary>
    /// <param name="Type">The id of its type.</param>
    /// <param name="Id">Its id, for all overloads.</param>
    /// <param name="Name">How it is called.</param>
    /// <param name="Choice">Its first argument, if that is a value of an enumeration.</param>
    /// <param name="Kinds">The kinds of its other parameters.</param>
    /// <param name="Returned">What it returns; empty for nothing.</param>
    private sealed record Call(
        string Type,
        string Id,
        string Name,
        string Choice,
        string[] Kinds,
        string Returned
    )
    {
        public bool Fits(SeparatedSyntaxList<ParameterSyntax> parameters, int count) =>
            Kinds.Length == count
            && Kinds
                .Take(parameters.Count)
                .Index()
                .All(kind =>
                    kind.Item is Read or Write
                    || (kind.Item == Number && parameters[kind.Index].Type!.ToString() == Number)
                );

        /// <summary>With the parameters of the task's function, as numbers or as arrays.</summary>
        public string With(SeparatedSyntaxList<ParameterSyntax> parameters, params string[] more) =>
            Of([
                .. parameters.Select((parameter, i) => Kinds[i] == Number ? $"{parameter.Identifier}" : $"x{i}"),
                .. more,
            ]);

        public string Of(params IEnumerable<string> arguments) =>
            $"{Name}({string.Join(", ", Choice.Length > 0 ? arguments.Prepend(Choice) : arguments)})";
    }
}

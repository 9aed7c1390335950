namespace NeuralNotebooks.Assignments;

/// <summary>The description of an assignment in its release: the released notebook, and hashes of the ids that answers
/// may not use. With it a student's notebook can be checked without the source.</summary>
public static class ReleasedAssignment
{
    public const string FileName = $"{KitFolder}/assignment.json";

    internal const string KitFolder = "kit";

    /// <summary>A probe that is independent of the answer, so that it has a value if the session ran.</summary>
    internal static readonly Probe SessionRuns = new("", "true", default);

    private const string Entry = "assignment", Forbidden = "forbidden", Allowed = "allowed";

    internal static byte[] Of(AssignmentSource source)
    {
        Notebook released = StudentVersion.Of(source);
        var rules = new JsonObject();
        foreach (AssignmentTask task in source.Tasks)
            rules[task.Name] =
                new JsonObject { [Forbidden] = Hashes(task.Rules.Forbidden), [Allowed] = Hashes(task.Rules.Allowed) };
        released.Metadata[Entry] = new JsonObject { ["name"] = source.Name, ["rules"] = rules };
        return Encoding.UTF8.GetBytes(released.ToJson());
    }

    /// <summary>The assignment of the release that contains a notebook. It has no hidden tests. Its probes only check
    /// that the session runs to its end, and that the names which the student should declare can be used as those of
    /// the stub.</summary>
    public static AssignmentSource? For(string notebook)
    {
        string file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(notebook))!, FileName);
        if (!File.Exists(file))
            return null;
        var released = Notebook.Read(file);
        JsonNode? entry = released.Metadata[Entry];
        SourceCell[] cells = [.. released.Cells.Select(Cell)];
        return new AssignmentSource(
            Path.GetFullPath(notebook),
            (string?)entry?["name"] ?? Path.GetFileNameWithoutExtension(notebook),
            released, cells,
            [
                .. cells.Where(cell => cell is { Role: CellRole.Task, Task: not null })
                    .Select(cell => Task(cell, entry?["rules"]?[cell.Task!])),
            ]);
    }

    private static SourceCell Cell(Cell cell)
    {
        var marker = Marker.Of(cell);
        return new(cell, marker.Role, marker.Task, NbgraderMetadata.IdOf(cell));
    }

    private static AssignmentTask Task(SourceCell cell, JsonNode? rules)
    {
        Marker marker = cell.Marker;
        bool isText = cell.Cell is not CodeCell;
        string stub = cell.Cell.Source;
        return new(cell.Task!, marker.Points, marker.IsByHand, isText)
        {
            Solution = stub,
            Stub = stub,
            Probes = isText || marker.IsByHand ? [] : [.. Uses(stub)],
            Rules = new(Listed(Forbidden), Listed(Allowed)),
        };

        string[] Listed(string list) => [.. rules?[list]?.AsArray().Select(id => (string)id!) ?? []];
    }

    /// <summary>Probes that compile if an answer declares the same names and parameters as the stub, and
    /// <see cref="SessionRuns"/>.</summary>
    private static IEnumerable<Probe> Uses(string stub) =>
        CellSyntax.Parse(stub).Members.SelectMany(UsesOf).Prepend(SessionRuns);

    private static IEnumerable<Probe> UsesOf(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax => [],
        MethodDeclarationSyntax { TypeParameterList: null } method
            when method.ParameterList.Parameters.All(parameter => parameter.Modifiers.Count == 0) => [CallOf(method)],
        BaseTypeDeclarationSyntax type => [NameOf(type.Identifier.ValueText)],
        _ => CellNames.DeclaredBy(member).Select(NameOf),
    };

    private static Probe NameOf(string name) => new(name, $"nameof({name})", default);

    private static Probe CallOf(MethodDeclarationSyntax method)
    {
        IEnumerable<string> values = method.ParameterList.Parameters.Select(parameter => $"default({parameter.Type})!");
        string call = $"{method.Identifier.ValueText}({string.Join(", ", values)})";
        return new(
            $"{method.ReturnType} {method.Identifier}{method.ParameterList}",
            $"((System.Action)(() => {call})) is not null", default);
    }

    private static JsonArray Hashes(IEnumerable<string> ids) =>
        [.. ids.Select(id => JsonValue.Create(ReleasedId.Of(id)))];
}

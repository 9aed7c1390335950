namespace NeuralNotebooks.Classroom;

/// <summary>Compiles the session of a task: the source's cells, which it caches, the student's own cells that the task
/// needs, the judged cell, and each probe.</summary>
/// <param name="folder">The assignment's folder, to which the paths of directives are relative.</param>
/// <param name="framework">What cells may use without a library; null for that of this process.</param>
internal sealed class SessionCompiler(string folder, FrameworkReferences? framework = null) : IDisposable
{
    /// <summary>The detail of an answer if the source itself does not compile.</summary>
    public const string SourceFailed = "source";

    private const int MaxRefused = 50;

    private readonly CellCompiler _cells = new(folder, framework: framework);

    public TaskCompiled Compile(CompileTask task)
    {
        if (CodeLimits.Check(task.Code) is var (sentence, line))
            return Refuse(new NoAnswer(NoAnswerReason.DoesNotCompile, "limit", line), [sentence]);
        string code = StudentText.Of(task.Code);
        List<string> notes = [];
        try
        {
            IReadOnlyList<OwnText> own = OwnText.Read(task.Own);
            HashSet<OwnText> needed = Needed(task, own, code, notes);
            (CompiledText last, List<CSharpCompilation> above) = ChainOf(task, needed, own);
            IReadOnlySet<string> expected = DeclaredNames.Of(task.Reference);
            CompiledText judged = _cells.Compile(last, code, "task", isJudged: true);
            var analysis = new AnswerAnalysis(
                new AnswerVocabulary(task.Rules),
                judged.Compilation!,
                above,
                expected
            );
            (string Id, FileLinePositionSpan Place)[] refused = task.Rules.IsTrusted
                ? []
                : [.. analysis.Find().DistinctBy(use => use.Id).Take(MaxRefused)];
            if (refused is [var (id, place), ..])
                return Refuse(
                    Forbidden(id, place),
                    [.. notes, $"{Place(place)}: {id} is not allowed in an answer."]
                ) with
                {
                    Refused = [.. refused.Select(use => use.Id)],
                };
            var probes = new ProbeCompiler(_cells, judged, above, task, expected);
            return new TaskCompiled(
                [.. judged.Cells()],
                probes.Compile(),
                _cells.Libraries,
                null,
                [.. notes, .. probes.Notes]
            );
        }
        catch (CompileErrorException e)
        {
            return Refuse(
                new NoAnswer(NoAnswerReason.DoesNotCompile, e.Errors[0].Id, LineOf(e.Errors[0])),
                [.. notes, Describe(e)]
            );
        }
        catch (SourceFailedException e)
        {
            return Refuse(new NoAnswer(NoAnswerReason.CellFailed, SourceFailed), [e.Message]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cells.Dispose();

    /// <summary>The student's own cells that declare something that the judged cell uses, directly or indirectly, as
    /// the compiler resolves each name.</summary>
    private HashSet<OwnText> Needed(CompileTask task, IReadOnlyList<OwnText> own, string code, List<string> notes)
    {
        IReadOnlyList<OwnText> named = OwnText.NamedBy(ScriptSyntax.Parse(code).GetRoot(), own);
        var needed = new HashSet<OwnText>();
        if (named.Count == 0)
            return needed;
        var cells = new Dictionary<string, (OwnText Text, CSharpCompilation Compilation)>();
        CompiledText last;
        try
        {
            last = Along(task.Source, own, Add);
        }
        catch (SourceFailedException)
        {
            notes.Add(
                "Cells of the assignment do not compile after the cells that were added above them; the "
                    + "added cells were left out."
            );
            return needed;
        }
        var toVisit = new Queue<CSharpCompilation>([_cells.Bind(last, code, "task")]);
        while (toVisit.TryDequeue(out CSharpCompilation? compilation))
            foreach (ISymbol symbol in UsedSymbols.In(compilation))
                if (
                    symbol.ContainingAssembly is { } assembly
                    && cells.TryGetValue(assembly.Name, out var cell)
                    && needed.Add(cell.Text)
                )
                    toVisit.Enqueue(cell.Compilation);
        return needed;

        CompiledText Add(CompiledText last, OwnText cell)
        {
            try
            {
                if (!named.Contains(cell))
                    return cell.Usings.Length > 0 ? _cells.Compile(last, cell.Usings, cell.Path) : last;
                CompiledText added = _cells.Compile(last, cell.Code, cell.Path);
                cells[added.Compilation!.AssemblyName!] = (cell, added.Compilation);
                return added;
            }
            catch (CompileErrorException e)
            {
                if (named.Contains(cell))
                    notes.Add($"{cell.Path} does not compile, and was left out: {Describe(e)}");
                return last;
            }
        }
    }

    /// <summary>Compiles what is above the judged cell.</summary>
    /// <returns>The last text of it, and the student's own cells.</returns>
    private (CompiledText Last, List<CSharpCompilation> Own) ChainOf(
        CompileTask task,
        HashSet<OwnText> needed,
        IReadOnlyList<OwnText> own
    )
    {
        var compilations = new List<CSharpCompilation>();
        var usings = new List<string>();
        CompiledText last = Along(task.Source, own, AddOwn);
        return (AddUsings(last), compilations);

        CompiledText AddOwn(CompiledText last, OwnText cell)
        {
            if (needed.Contains(cell))
                return Add(AddUsings(last), cell.Code, cell.Path);
            usings.Add(cell.Usings); // Deferred to the student's next cell, to keep the source's cells cached.
            return last;
        }

        CompiledText AddUsings(CompiledText last)
        {
            foreach (string directives in usings.Where(directives => directives.Length > 0))
                last = Add(last, directives, "using directives");
            usings.Clear();
            return last;
        }

        CompiledText Add(CompiledText last, string code, string path)
        {
            try
            {
                CompiledText added = _cells.Compile(last, code, path);
                compilations.Add(added.Compilation!);
                return added;
            }
            catch (CompileErrorException)
            {
                return last; // Only using directives, which mean nothing here: needed cells have been checked.
            }
        }
    }

    /// <summary>Goes through the source's cells and the student's own between them.</summary>
    private CompiledText Along(
        IReadOnlyList<string> source,
        IReadOnlyList<OwnText> own,
        Func<CompiledText, OwnText, CompiledText> addOwn
    )
    {
        CompiledText last = _cells.Root;
        for (int i = 0; i <= source.Count; i++)
        {
            last = own.Where(cell => cell.SourceAbove == i).Aggregate(last, addOwn);
            if (i < source.Count)
                last = _cells.CompileSource(last, source[i], i + 1);
        }
        return last;
    }

    private static TaskCompiled Refuse(NoAnswer refusal, IReadOnlyList<string> notes) =>
        new([], [], [], refusal, notes);

    private static NoAnswer Forbidden(string id, FileLinePositionSpan place)
        => new(NoAnswerReason.Forbidden, id, place.Path == "task" ? place.StartLinePosition.Line + 1 : null);

    private static string Place(FileLinePositionSpan place) =>
        Invariant($"{(place.Path == "task" ? "" : place.Path + ", ")}line {place.StartLinePosition.Line + 1}");

    private static string Describe(CompileErrorException e) =>
        Invariant($"line {LineOf(e.Errors[0])}: error {e.Errors[0].Id}: ")
        + e.Errors[0].GetMessage(CultureInfo.InvariantCulture);

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;
}

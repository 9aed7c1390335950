namespace NeuralNotebooks.Classroom;

/// <summary>Compiles the session of a task: the source's cells, which are cached, the student's cells that the task
/// needs, the judged cell, and each probe.</summary>
/// <param name="folder">The assignment's folder, to which the paths of directives are relative.</param>
/// <param name="framework">The framework that cells refer to; null for that of this process.</param>
internal sealed class SessionCompiler(string folder, FrameworkReferences? framework = null) : IDisposable
{
    /// <summary>The detail of an answer if the source itself does not compile.</summary>
    public const string SourceFailed = "source";

    private const int MaxRefused = 50;

    /// <summary>If the student has more cells than this above an answer, none of them runs. Each is compiled after the
    /// others, and the time grows with the square of their number.</summary>
    private const int MaxOwn = 200;

    private readonly CellCompiler _cells = new(folder, framework: framework);

    public TaskCompiled Compile(CompileTask task)
    {
        if (CodeLimits.Check(task.Code) is var (sentence, line))
            return Refuse(new NoAnswer(NoAnswerReason.DoesNotCompile, "limit", line), [sentence]);
        string code = StudentText.Of(task.Code);
        List<string> notes = [];
        try
        {
            IReadOnlyList<OwnText> own = [];
            if (task.Own.Count <= MaxOwn)
                own = OwnText.Read(task.Own);
            else
                notes.Add(
                    Invariant($"{task.Own.Count} cells of the student precede the answer: with more than ")
                        + Invariant($"{MaxOwn}, none of them runs before it.")
                );
            NeededCells needed = NeededCells.Find(_cells, task, own, code);
            notes.AddRange(needed.Notes);
            IReadOnlySet<string> expected = DeclaredNames.Of(task.Reference);
            (CompiledText judged, List<CSharpCompilation> above) = Session();
            (string Id, FileLinePositionSpan Place)[] refused = Refused();
            // If a cell that only changes variables uses something forbidden, the answer is judged without such cells.
            if (Array.FindIndex(refused, use => needed.IsOptional(use.Place.Path)) is >= 0 and var found)
            {
                notes.Add($"{NotAllowed(refused[found])} Cells that may change {needed.LeaveOut()} are left out.");
                (judged, above) = Session();
                refused = Refused();
            }
            notes.AddRange(needed.Running());
            if (refused is [var (id, place), ..])
                return Refuse(
                    Forbidden(id, place),
                    [.. notes, NotAllowed(refused[0])]
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

            (CompiledText Judged, List<CSharpCompilation> Above) Session()
            {
                (CompiledText last, List<CSharpCompilation> compiled) = ChainOf(task, needed, own);
                return (_cells.Compile(last, code, "task", isJudged: true), compiled);
            }

            (string Id, FileLinePositionSpan Place)[] Refused()
            {
                if (task.Rules.IsTrusted)
                    return [];
                var analysis = new AnswerAnalysis(
                    new AnswerVocabulary(task.Rules),
                    judged.Compilation!,
                    above,
                    expected
                );
                return [.. analysis.Find().DistinctBy(use => use.Id).Take(MaxRefused)];
            }
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

    /// <summary>Compiles the cells above the judged cell.</summary>
    /// <returns>The last compiled text, and the compilations of the student's cells.</returns>
    private (CompiledText Last, List<CSharpCompilation> Own) ChainOf(
        CompileTask task,
        NeededCells needed,
        IReadOnlyList<OwnText> own
    )
    {
        var compilations = new List<CSharpCompilation>();
        var usings = new List<string>();
        CompiledText last = _cells.CompileChain(task.Source, own, AddOwn);
        return (AddUsings(last), compilations);

        CompiledText AddOwn(CompiledText last, OwnText cell)
        {
            if (needed.Contains(cell))
                return Add(AddUsings(last), cell.Code, cell.Path, needed.IsOptional(cell));
            usings.Add(cell.Usings); // Compiled before the student's next cell: the source's cells stay cached.
            return last;
        }

        CompiledText AddUsings(CompiledText last)
        {
            foreach (string directives in usings.Where(directives => directives.Length > 0))
                last = Add(last, directives, "using directives");
            usings.Clear();
            return last;
        }

        CompiledText Add(CompiledText last, string code, string path, bool isOptional = false)
        {
            try
            {
                CSharpCompilation bound = _cells.Bind(last, code, path);
                CompiledText added = CellCompiler.Compile(last, bound, isJudged: false, isOptional);
                compilations.Add(added.Compilation!);
                return added;
            }
            catch (CompileErrorException)
            {
                return last; // These are using directives without effect: needed cells have already been compiled once.
            }
        }
    }

    private static TaskCompiled Refuse(NoAnswer refusal, IReadOnlyList<string> notes) =>
        new([], [], [], refusal, notes);

    private static NoAnswer Forbidden(string id, FileLinePositionSpan place)
        => new(NoAnswerReason.Forbidden, id, place.Path == "task" ? place.StartLinePosition.Line + 1 : null);

    private static string NotAllowed((string Id, FileLinePositionSpan Place) use) =>
        $"{Place(use.Place)}: {use.Id} is not allowed in an answer.";

    private static string Place(FileLinePositionSpan place) =>
        Invariant($"{(place.Path == "task" ? "" : place.Path + ", ")}line {place.StartLinePosition.Line + 1}");

    /// <summary>The first error of a text.</summary>
    public static string Describe(CompileErrorException e) =>
        Invariant($"line {LineOf(e.Errors[0])}: error {e.Errors[0].Id}: ")
        + e.Errors[0].GetMessage(CultureInfo.InvariantCulture);

    private static int LineOf(Diagnostic error) => error.Location.GetLineSpan().StartLinePosition.Line + 1;
}

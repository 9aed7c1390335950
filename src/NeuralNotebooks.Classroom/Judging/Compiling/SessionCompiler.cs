namespace NeuralNotebooks.Classroom;

/// <summary>Compiles the session of a task: the source's cells, which are cached, the student's cells that the task
/// needs, the judged cell, and each probe.</summary>
/// <param name="folder">The assignment's folder, to which the paths of directives are relative.</param>
/// <param name="framework">The framework that cells refer to; null for that of this process.</param>
internal sealed class SessionCompiler(string folder, FrameworkReferences? framework = null) : IDisposable
{
    /// <summary>The detail of a missing value if the source itself does not compile.</summary>
    public const string SourceFailed = "source";

    /// <summary>The path of the judged cell in compiler messages.</summary>
    public const string JudgedPath = "task";

    private const int MaxForbiddenIds = 50;

    /// <summary>If the student has more cells than this above an answer, none of them runs. Each is compiled after the
    /// others, and the time grows with the square of their number.</summary>
    private const int MaxOwn = 200;

    private readonly CellCompiler _cells = new(folder, framework: framework);

    public TaskCompiled Compile(CompileTask task)
    {
        if (CodeLimits.Check(task.Code) is var (sentence, line))
            return Refuse(new MissingValue(MissingReason.DoesNotCompile, "limit", line), [sentence]);
        List<string> notes = [];
        try
        {
            IReadOnlyList<OwnText> own = OwnTexts(task, notes);
            NeededCells needed = new NeededCellSearch(_cells, task, own, task.Code).Find();
            notes.AddRange(needed.Notes);
            IReadOnlySet<string> expected = CellNames.DeclaredBy(task.Reference);
            CompiledSession session = new SessionBuilder(_cells, needed).Build(task.Source, own, task.Code);
            ForbiddenUse[] forbidden = ForbiddenUses(task, session, expected);
            // If a cell that only changes variables uses something forbidden, the answer is judged without such cells.
            if (Array.Find(forbidden, use => needed.IsOptional(use.Place.Path)) is { } inOptional)
            {
                notes.Add($"{inOptional.Sentence} Cells that may change {needed.LeaveOut()} are left out.");
                session = new SessionBuilder(_cells, needed).Build(task.Source, own, task.Code);
                forbidden = ForbiddenUses(task, session, expected);
            }
            notes.AddRange(needed.Running());
            if (forbidden is [var first, ..])
                return Refuse(first.Refusal, [.. notes, first.Sentence]) with
                {
                    ForbiddenIds = [.. forbidden.Select(use => use.Id)],
                };
            if (task.Questions is { } asked)
                return CompileQuestions(asked, task.Code, session.Judged);
            var probes = new ProbeCompiler(_cells, session.Judged, session.Own, task, expected);
            return new TaskCompiled(
                [.. session.Judged.Cells()],
                probes.Compile(),
                _cells.Libraries,
                null,
                [.. notes, .. probes.Notes]
            );
        }
        catch (CompileErrorException e)
        {
            return Refuse(
                new MissingValue(
                    MissingReason.DoesNotCompile,
                    e.Errors[0].Id,
                    ScriptSyntax.LineOf(e.Errors[0].Location)
                ),
                [.. notes, Describe(e)]
            );
        }
        catch (SourceFailedException e)
        {
            return Refuse(new MissingValue(MissingReason.CellFailed, SourceFailed), [e.Message]);
        }
    }

    /// <summary>Makes the questions about the judged cell, and compiles their program after it. The program is not
    /// compiled as a probe, since it uses names that only the student declares.</summary>
    private TaskCompiled CompileQuestions(CodeToAsk asked, string code, CompiledText judged)
    {
        var questions = CodeQuestions.Of(
            asked.Call,
            _ => code,
            asked.Student.Trim().ToLowerInvariant(),
            "NeuralNotebooks.Course.Defend.Text",
            text => _cells.Bind(judged, text, "questions")
        );
        if (questions.Problem is not null)
            return Refuse(new MissingValue(MissingReason.NotAValue), []) with { Questions = questions };
        CompiledText program = _cells.Compile(judged, questions.Program, "questions");
        return new(
            [.. judged.Cells()],
            [new(program.Cell, null, null, UsesVariables: true)],
            _cells.Libraries,
            null,
            []
        )
        {
            Questions = questions with { Program = "" },
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _cells.Dispose();

    /// <summary>The student's other cells above the answer; none, and a note, if there are too many.</summary>
    private static IReadOnlyList<OwnText> OwnTexts(CompileTask task, List<string> notes)
    {
        if (task.Own.Count <= MaxOwn)
            return OwnText.Read(task.Own);
        notes.Add(
            Invariant($"{task.Own.Count} cells of the student precede the answer: with more than ")
                + Invariant($"{MaxOwn}, none of them runs before it.")
        );
        return [];
    }

    /// <summary>What a student's answer uses and must not use. The teacher's code may use everything.</summary>
    private static ForbiddenUse[] ForbiddenUses(
        CompileTask task,
        CompiledSession session,
        IReadOnlySet<string> expected
    )
    {
        if (task.Rules.IsTrusted)
            return [];
        var analysis = new AnswerAnalysis(
            new AnswerVocabulary(task.Rules),
            session.Judged.Compilation!,
            session.Own,
            expected
        );
        return [.. analysis.Find().DistinctBy(use => use.Id).Take(MaxForbiddenIds)];
    }

    private static TaskCompiled Refuse(MissingValue refusal, IReadOnlyList<string> notes) =>
        new([], [], [], refusal, notes);

    /// <summary>The first error of a text.</summary>
    public static string Describe(CompileErrorException e) =>
        Invariant($"line {ScriptSyntax.LineOf(e.Errors[0].Location)}: error {e.Errors[0].Id}: ")
        + e.Errors[0].GetMessage(CultureInfo.InvariantCulture);
}

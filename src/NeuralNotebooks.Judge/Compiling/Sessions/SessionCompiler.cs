namespace NeuralNotebooks.Judge;

/// <summary>Compiles the session of a task: the source's cells, which are cached, the student's cells that the task
/// needs, the judged cell, and each probe.</summary>
/// <param name="folder">The assignment's folder, to which the paths of directives are relative.</param>
internal sealed class SessionCompiler(string folder, FrameworkReferences framework)
{
    /// <summary>If the student has more cells than this above an answer, none of them runs. Each is compiled after the
    /// others, and the time grows with the square of their number.</summary>
    private const int MaxOwn = 200;

    private readonly CellCompiler _cells = new(folder, framework);

    /// <summary>Compiles a session in the steps that docs/judging.md describes. The first, Collect, has made the
    /// request.</summary>
    public TaskCompiled Compile(CompileTask task)
    {
        if (CodeLimits.Check(task.Code) is var (sentence, line))
            return Refuse(new MissingValue(MissingReason.DoesNotCompile, MissingValue.TooComplex, line), [sentence]);
        task = task with { Code = AnswerText.Of(task) };
        List<string> notes = [];
        try
        {
            IReadOnlyList<StudentText> texts = Split(task, notes);
            NeededCells selected = new NeededCellSearch(_cells, task, texts).Select();
            notes.AddRange(selected.Notes);
            CompiledSession session = Compile(task, texts, selected);
            ForbiddenUse[] forbidden = Inspect(task, session);
            // If an optional cell uses something forbidden, the answer is judged without such cells.
            if (Array.Find(forbidden, use => selected.Optional.Any(cell => cell == use.Cell)) is { } inOptional)
            {
                notes.Add($"{inOptional.Sentence} The cells that run because they may change variables are left out.");
                session = Compile(task, texts, selected with { Optional = [] });
                forbidden = Inspect(task, session);
            }
            return forbidden is [var first, ..]
                ? Refuse(first.Refusal, [.. notes, first.Sentence])
                : CompileProbes(task, session, notes);
        }
        catch (CompileErrorException e)
        {
            return Refuse(
                new MissingValue(
                    MissingReason.DoesNotCompile, e.Errors[0].Id, ScriptSyntax.LineOf(e.Errors[0].Location)),
                [.. notes, CellCompiler.Describe(e)]);
        }
        catch (SourceFailedException e)
        {
            return Refuse(new MissingValue(MissingReason.SourceFailed), [e.Message]);
        }
    }

    private static List<StudentText> Split(CompileTask task, List<string> notes)
    {
        List<StudentText> texts = [];
        if (task.Own.Count > MaxOwn)
            notes.Add(
                Invariant($"{task.Own.Count} cells of the student precede the answer: with more than ")
                    + Invariant($"{MaxOwn}, none of them runs before it."));
        else
            foreach (StudentCell cell in task.Own)
                if (CodeLimits.Check(cell.Code) is var (sentence, line))
                    notes.Add(Invariant($"cell {cell.Number}, line {line}, was left out: {sentence}"));
                else
                    texts.AddRange(StudentText.TextsOf(cell));
        return texts;
    }

    private CompiledSession Compile(CompileTask task, IReadOnlyList<StudentText> texts, NeededCells selected) =>
        new SessionBuilder(_cells, selected).Compile(task.Source, texts, task.Code);

    /// <summary>What a student's answer uses and must not use. The teacher's code may use everything.</summary>
    private static ForbiddenUse[] Inspect(CompileTask task, CompiledSession session) =>
        task.Owner == CodeOwner.Teacher
            ? [] : [.. new AnswerAnalysis(task, session).Find().DistinctBy(use => use.What.Id)];

    private TaskCompiled CompileProbes(CompileTask task, CompiledSession session, List<string> notes)
    {
        var probes = new ProbeCompiler(_cells, session.Judged, session.Own, task);
        return new TaskCompiled(
            [.. session.Judged.Cells()], probes.Compile(), _cells.Libraries, null, [.. notes, .. probes.Notes]);
    }

    private static TaskCompiled Refuse(MissingValue refusal, IReadOnlyList<string> notes) =>
        new([], [], [], refusal, notes);
}

namespace NeuralNotebooks.Classroom;

/// <summary>Collects the values of one task's probes: those of the reference and of the student and, if the student
/// loses points, those of the known mistakes. Code whose values are stored does not run again.</summary>
/// <param name="source">The assignment.</param>
/// <param name="judge">Evaluates the probes with the student's cells.</param>
/// <param name="teacher">Provides the values of the reference and of the known mistakes.</param>
/// <param name="options">How a submission is judged.</param>
internal sealed class TaskJudge(AssignmentSource source, IJudge judge, TeacherValues teacher, JudgeOptions options)
{
    /// <summary>Grades a task with the numbers of the folder's id and, if the notebook gives another id and the answer
    /// loses points, also with the numbers of that id. The better result counts.</summary>
    /// <param name="task">The task.</param>
    /// <param name="submitted">The submitted notebook.</param>
    /// <param name="stored">The task in stored results of the same kit and limits; null if there are none.</param>
    /// <param name="cancellation">Cancels the grading.</param>
    /// <exception cref="JudgeException">Judging failed, and the submission is not the reason.</exception>
    public async Task<TaskRun> GradeAsync(
        AssignmentTask task, SubmissionContent submitted, JudgedTask? stored, CancellationToken cancellation)
    {
        TaskRun judged = await WithBetterIdAsync(task, submitted, stored, cancellation);
        return task.Questions is null || judged.Task.Submitted is null
            ? judged
            : await AskAboutCodeAsync(judged, task, task.Questions, submitted, stored?.Questions, cancellation);
    }

    /// <summary>Makes the questions about the submitted code again, for the folder's id and, if the answers do not
    /// belong to these questions, for the id that the notebook gives. Answers to the questions without an id, which
    /// are the same for everybody, do not count.</summary>
    private async Task<TaskRun> AskAboutCodeAsync(
        TaskRun judged, AssignmentTask task, TaskQuestions asked, SubmissionContent submitted, JudgedQuestions? stored,
        CancellationToken cancellation)
    {
        if (submitted.AnswersAboutCode.GetValueOrDefault(task.Name) is not { } answers)
            return judged with { Task = judged.Task with { Questions = JudgedQuestions.NotAnswered(asked.Points) } };
        JudgedQuestions questions = await AskAsync(submitted.Code), counting = questions;
        if (questions.Problem is not null && !string.IsNullOrEmpty(submitted.OwnId))
            counting = await AskAsync(submitted.Code with { Student = submitted.OwnId });
        if (counting.Problem is not null)
            counting = questions;
        return judged with
        {
            Task = judged.Task with { Questions = counting },
            IsByOwnId = judged.IsByOwnId || counting != questions,
        };

        async Task<JudgedQuestions> AskAsync(CodeToJudge code)
        {
            JudgeRequest request = new(source, code, task, options) { AboutCode = asked };
            string key = request.Hash();
            QuestionSheet sheet = stored?.Key == key
                ? stored.Sheet
                : (await judge.JudgeAsync(request, cancellation)).Sheet();
            return new(asked.Points, sheet, answers, key);
        }
    }

    /// <summary>Judges the probes of a task with the numbers of the id that gives the better result.</summary>
    private async Task<TaskRun> WithBetterIdAsync(
        AssignmentTask task, SubmissionContent submitted, JudgedTask? stored, CancellationToken cancellation)
    {
        Answer? answer = submitted.Answers.GetValueOrDefault(task.Name);
        TaskRun judged = await JudgeProbesAsync(task, answer, submitted.Code, stored, cancellation);
        if (submitted.OwnId is not { } own || answer is null || !teacher.Variants.Contains(task.Name)
            || !LosesPoints(judged.Task))
            return judged;
        CodeToJudge withOwnId = submitted.Code with { Student = own };
        TaskRun again = await JudgeProbesAsync(task, answer, withOwnId, stored, cancellation);
        bool isBetter = again.Task.Score().Points > judged.Task.Score().Points;
        return (isBetter ? again : judged) with { Cpu = judged.Cpu + again.Cpu, IsByOwnId = isBetter };
    }

    /// <summary>Judges the probes of a task with the numbers of the code's student.</summary>
    private async Task<TaskRun> JudgeProbesAsync(
        AssignmentTask task, Answer? answer, CodeToJudge code, JudgedTask? stored, CancellationToken cancellation)
    {
        var unanswered = TaskValues.NotAnswered(task);
        if (task.Probes.Count == 0)
            return new(Graded(task, answer, [], unanswered), TimeSpan.Zero);
        JudgeRequest request = new(source, code, task, options);
        string key = answer is null ? "" : request.Hash();
        TaskValues? known = answer is null ? unanswered : StoredValues(stored, key);
        // The default time limit is a multiple of the reference's CPU time, which is not stored. If the student's
        // answer has to be judged, the reference is judged in this run, too.
        KnownValues reference = await teacher.AskAsync(
            new(task, task.Reference, code.Student), known is null ? null : stored, cancellation);
        CheckReference(task, reference.Values);
        TaskValues values = known ?? await JudgeAsync(request, reference.Cpu, cancellation);
        JudgedTask graded = Graded(task, answer, reference.Values, values) with
        {
            Key = key,
            ReferenceKey = reference.Key,
        };
        if (answer is null || !LosesPoints(graded))
            return new(graded, values.Cpu);
        List<MistakeValues> mistakes = [];
        foreach (KnownMistake mistake in task.Mistakes)
        {
            TeacherCell cell = new(task, mistake.Code, code.Student, reference.Cpu);
            KnownValues own = await teacher.AskAsync(cell, stored, cancellation);
            mistakes.Add(new(mistake.Sentence, own.Values, own.Key));
        }
        return new(graded with { Mistakes = mistakes }, values.Cpu);
    }

    private static bool LosesPoints(JudgedTask task) => task.Score().Passed < task.Probes.Count;

    /// <summary>The student's values in stored results; null if they depend on other inputs.</summary>
    private static TaskValues? StoredValues(JudgedTask? stored, string key) =>
        stored?.Key == key
            ? new(
                stored.Name,
                [.. stored.Probes.Select(probe => probe.Actual)],
                stored.Notes, stored.Transcript, TimeSpan.Zero)
            : null;

    private async Task<TaskValues> JudgeAsync(
        JudgeRequest request, TimeSpan referenceTime, CancellationToken cancellation)
    {
        JudgeOptions limited = request.Options with { ReferenceTime = referenceTime };
        TaskValues values = (await judge.JudgeAsync(request with { Options = limited }, cancellation)).Values;
        int lines = request.Code.CellOf(request.Task)!.Code.AsSpan().Count('\n') + 1;
        return values with { Values = [.. values.Values.Select(value => WithoutForeignLine(value, lines))] };
    }

    /// <summary>A task with the values of the reference and of the student, without those of the
    /// mistakes.</summary>
    private static JudgedTask Graded(
        AssignmentTask task, Answer? answer, IReadOnlyList<ProbeValue> reference, TaskValues values) =>
        new()
        {
            Name = task.Name,
            Title = task.Title,
            Points = task.Points,
            IsByHand = task.IsByHand,
            IsText = task.IsText,
            Solution = task.Reference,
            Submitted = answer?.Text,
            Probes = [.. task.Probes.Select((probe, i) => new JudgedProbe(probe, reference[i], values.Values[i]))],
            Notes = values.Notes,
            Transcript = values.Transcript,
            Images = answer?.Images is { Count: > 0 } images
                ? images.ToDictionary(image => image.Key, image => image.Value.FileName)
                : null,
        };

    /// <summary>A task of a submission that could not be graded.</summary>
    public static JudgedTask Ungraded(AssignmentTask task) =>
        Graded(task with { Probes = [] }, answer: null, [], TaskValues.NotAnswered(task with { Probes = [] }));

    private static void CheckReference(AssignmentTask task, IReadOnlyList<ProbeValue> reference)
    {
        foreach ((Probe probe, ProbeValue value) in task.Probes.Zip(reference))
            if (!ValueComparison.CanBeExpected(value))
                throw new JudgeException(
                    $"The assignment's solution has no valid value for “{probe.Name}” of {task.Name} "
                        + $"for this student ({ValueText.Of(value)}): see nn assign check.");
    }

    /// <summary>Removes a line number that does not exist in the cell. The number is shown to the student, and the
    /// student's code could have chosen it to reveal a value.</summary>
    private static ProbeValue WithoutForeignLine(ProbeValue value, int lines) =>
        value is MissingValue { Line: { } line } none && (line < 1 || line > lines) ? none with { Line = null } : value;
}

/// <summary>A task with all values of its probes.</summary>
/// <param name="Task">The task.</param>
/// <param name="Cpu">CPU time of the student's code in this run.</param>
internal sealed record TaskRun(JudgedTask Task, TimeSpan Cpu)
{
    /// <summary>Whether the variant's numbers are those of the student's id in the notebook.</summary>
    public bool IsByOwnId { get; init; }
}

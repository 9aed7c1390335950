namespace NeuralNotebooks.Classroom;

/// <summary>Collects all answers to one task: those of the reference and of the student and, if the student loses
/// points, those of the known mistakes. Code whose answers are stored does not run again.</summary>
/// <param name="source">The assignment.</param>
/// <param name="judge">Evaluates the probes with the student's cells.</param>
/// <param name="teacher">Provides the answers of the reference and of the known mistakes.</param>
/// <param name="options">How a submission is judged.</param>
internal sealed class TaskGrader(
    AssignmentSource source,
    Judge judge,
    TeacherAnswers teacher,
    JudgeOptions options
)
{
    /// <summary>Grades a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="submitted">The submitted notebook.</param>
    /// <param name="stored">The task in stored results of the same kit and limits; null if there are none.</param>
    /// <param name="cancellation">Cancels the grading.</param>
    /// <exception cref="JudgeException">Judging failed, and the submission is not the reason.</exception>
    public async Task<JudgedTask> GradeAsync(
        AssignmentTask task,
        SubmittedWork submitted,
        GradedTask? stored,
        CancellationToken cancellation
    )
    {
        GradedTask graded = Unjudged(task, submitted.Answers.GetValueOrDefault(task.Name));
        if (task.Probes.Count == 0)
            return new(graded, TimeSpan.Zero);
        Work work = submitted.Work;
        bool isAnswered = graded.Submitted is not null;
        string key = isAnswered ? SessionTexts.HashOf(source, work, task, isTrusted: false) : "";
        bool isStored = isAnswered && stored?.Keys.Student == key;

        // The default time limit is a multiple of the reference's CPU time, which is not stored. If the student's
        // answer has to be judged, the reference is judged in this run, too.
        bool isToBeJudged = isAnswered && !isStored;
        KnownAnswers reference = await teacher.AskAsync(
            new(task, task.Reference, work.Student),
            isToBeJudged ? null : stored,
            cancellation
        );
        CheckReference(task, reference.Answers);
        graded = graded with { Reference = reference.Answers, Keys = new(key, reference.Key, []) };
        if (isStored)
            graded = graded with { Answers = stored!.Answers, Notes = stored.Notes, Transcript = stored.Transcript };
        TimeSpan cpu = default;
        if (isToBeJudged)
        {
            TaskAnswers answers = await judge.AnswerAsync(
                source,
                work,
                task,
                options with { ReferenceTime = reference.Cpu },
                cancellation
            );
            cpu = answers.Cpu;
            graded = graded with
            {
                Answers = [.. answers.Answers.Select(answer => WithoutForeignLine(answer, graded.Submitted!))],
                Notes = answers.Notes,
                Transcript = answers.Transcript,
            };
        }
        return isAnswered && graded.Score().Passed < task.Probes.Count
            ? new(await WithMistakesAsync(graded, task, work.Student, reference.Cpu, stored, cancellation), cpu)
            : new(graded, cpu);
    }

    /// <summary>A task whose probes have no answers yet.</summary>
    private static GradedTask Unjudged(AssignmentTask task, SubmittedAnswer? answer) =>
        new(
            task.Name,
            task.Points,
            task.IsByHand,
            task.IsText,
            task.Reference,
            answer?.Text,
            task.Probes,
            [],
            [],
            [.. task.Probes.Select(_ => new NoAnswer(NoAnswerReason.NotAnswered))],
            AnswerKeys.None,
            [],
            ""
        )
        {
            Declarations = task.Declarations.Length > 0 ? task.Declarations : null,
            Images = answer?.Images is { Count: > 0 } images
                ? images.ToDictionary(image => image.Key, image => image.Value.FileName)
                : null,
        };

    private static void CheckReference(AssignmentTask task, IReadOnlyList<Answer> reference)
    {
        foreach ((Probe probe, Answer answer) in task.Probes.Zip(reference))
            if (!AnswerComparison.CanBeExpected(answer))
                throw new JudgeException(
                    $"The assignment's solution has no valid value for “{probe.Name}” of {task.Name} "
                        + $"for this student ({AnswerText.Of(answer)}): see nn assign check."
                );
    }

    private async Task<GradedTask> WithMistakesAsync(
        GradedTask graded,
        AssignmentTask task,
        string student,
        TimeSpan referenceTime,
        GradedTask? stored,
        CancellationToken cancellation
    )
    {
        List<MistakeAnswers> mistakes = [];
        List<string> keys = [];
        foreach (KnownMistake mistake in task.Mistakes)
        {
            TeacherCell cell = new(task, mistake.Code, student, referenceTime);
            KnownAnswers known = await teacher.AskAsync(cell, stored, cancellation);
            mistakes.Add(new(mistake.Sentence, known.Answers));
            keys.Add(known.Key);
        }
        return graded with { Mistakes = mistakes, Keys = graded.Keys with { Mistakes = keys } };
    }

    /// <summary>Removes a line number that does not exist in the cell. The number is shown to the student, and the
    /// student's code could have chosen it to reveal a value.</summary>
    private static Answer WithoutForeignLine(Answer answer, string cell) =>
        answer is NoAnswer { Line: { } line } none && (line < 1 || line > cell.AsSpan().Count('\n') + 1)
            ? none with
            {
                Line = null,
            }
            : answer;
}

/// <summary>A task with all answers to it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Cpu">CPU time of the student's code in this run.</param>
internal sealed record JudgedTask(GradedTask Task, TimeSpan Cpu)
{
    /// <summary>Whether the variant's numbers are those of the student's id in the notebook.</summary>
    public bool IsByOwnId { get; init; }
}

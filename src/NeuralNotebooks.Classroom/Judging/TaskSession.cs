namespace NeuralNotebooks.Classroom;

/// <summary>Asks the probes of one task, in a new session whenever one is lost and time is left.</summary>
/// <param name="task">The task.</param>
/// <param name="compiled">Its session and probes.</param>
/// <param name="begin">How a session begins.</param>
/// <param name="limit">CPU time for all of it; four times as much elapsed time.</param>
internal sealed class TaskSession(AssignmentTask task, TaskCompiled compiled, StartSession begin, TimeSpan limit)
{
    /// <summary>A probe may use this fraction of the time that is left, so that later ones have some, too.</summary>
    private const double MaxFractionPerProbe = 1.0 / 3;

    /// <summary>Cells that can be left out may use this fraction, so that the others can start without them.</summary>
    private const double MaxFractionWithOptional = 1.0 / 3;

    private const int MaxTranscriptLength = 64 * 1024;

    private readonly Answer?[] _answers = [.. compiled.Probes.Select(probe => probe.Refusal)];

    /// <summary>Probes whose answers the student sees come first: later code may remember hidden arguments.</summary>
    private readonly int[] _order =
    [
        .. Enumerable.Range(0, task.Probes.Count).OrderBy(number => task.Probes[number].IsShown ? 0 : 1),
    ];

    private readonly List<string> _notes = [.. compiled.Notes];
    private readonly StringBuilder _transcript = new();
    private readonly SessionTime _time = new(limit);

    /// <summary>How a session begins now.</summary>
    private StartSession _begin = begin;

    /// <summary>Whether probes that were compiled together are asked together, as the teacher's are until one of their
    /// processes is lost.</summary>
    private bool _isTogether = true;

    /// <summary>Why the session was lost with the cells that can be left out, until the student is told.</summary>
    private NoAnswerReason? _lostWithOptional;

    /// <summary>The beginning of a session in which the judged cell itself threw.</summary>
    private SessionStarted? _failed;

    /// <summary>Asks all probes.</summary>
    /// <param name="take">Provides a process that has run no submission's code.</param>
    /// <param name="giveBack">Takes back a process that may run other code, whose output is not part of the transcript;
    /// null if it may not.</param>
    /// <param name="cancellation">Stops judging.</param>
    public async Task<TaskAnswers> AnswerAsync(
        Func<JudgedProcess> take,
        Func<JudgedProcess, Task>? giveBack,
        CancellationToken cancellation
    )
    {
        while (_answers.Contains(null))
        {
            if (_time.IsSpent)
            {
                AnswerRest(NoAnswerReason.TimeLimit);
                break;
            }
            JudgedProcess process = take();
            bool hasSurvived = false;
            try
            {
                hasSurvived = await RunSessionAsync(process, cancellation);
            }
            finally
            {
                if (hasSurvived && giveBack is not null)
                {
                    process.TakeTranscript(); // What has come of it does not belong to the next task.
                    await giveBack(process);
                }
                else
                {
                    await process.DisposeAsync(); // After this, all of its output has been received.
                    Append(process.TakeTranscript());
                }
            }
        }
        return new(task.Name, [.. _answers.Select(answer => answer!)], _notes, _transcript.ToString(), _time.Cpu)
        {
            Failed = _failed,
        };
    }

    /// <summary>Runs one session to its end, or to the question that it did not survive.</summary>
    /// <returns>Whether the process survived.</returns>
    private async Task<bool> RunSessionAsync(JudgedProcess process, CancellationToken cancellation)
    {
        try
        {
            await StartAsync(process, cancellation);
        }
        catch (JudgedProcessLostException e)
        {
            LoseStart(e);
            return false;
        }
        foreach (int[] numbers in OpenTogether())
        {
            try
            {
                await AskProbesAsync(process, numbers, cancellation);
            }
            catch (JudgedProcessLostException e)
            {
                LoseProbes(numbers, e);
                return false;
            }
        }
        _time.AddRest(process);
        return true;
    }

    /// <summary>Runs the cells.</summary>
    private async Task StartAsync(JudgedProcess process, CancellationToken cancellation)
    {
        SessionStarted started = await _time.AskAsync<SessionStarted>(
            process,
            _begin,
            HasOptional ? MaxFractionWithOptional : 1,
            cancellation
        );
        NoteLeftOut();
        if (started.Failure is { } failure)
            TranscribeFailure(started, failure);
        if (!HasFailed(started))
            return;
        if (started.Failure is not null)
            _failed = started;
        foreach (int number in Open().Where(number => compiled.Probes[number].UsesVariables))
            _answers[number] = new NoAnswer(NoAnswerReason.CellFailed);
    }

    private async Task AskProbesAsync(JudgedProcess process, int[] numbers, CancellationToken cancellation)
    {
        ProbesAnswered answered = await _time.AskAsync<ProbesAnswered>(
            process,
            new AskProbes(
                compiled.Probes[numbers[0]].Cell!,
                [.. numbers.Select(number => compiled.Probes[number].Method)]
            ),
            MaxFractionPerProbe,
            cancellation
        );
        // A process that has gone over to the submission may answer with anything, such as a null.
        if (
            answered.Probes.Count != numbers.Length
            || !answered.Probes.All(probe => probe is not null && AnswerLimits.Allow(probe.Answer))
        )
            throw new JudgedProcessLostException(NoAnswerReason.ProcessEnded);
        foreach ((int number, AnsweredProbe probe) in numbers.Zip(answered.Probes))
        {
            _answers[number] = probe.Answer;
            if (probe.Message is { } message)
                Append($"{task.Probes[number].Name}: {message}\n");
        }
    }

    /// <summary>The cells did not survive: the next session leaves out those that it can.</summary>
    private void LoseStart(JudgedProcessLostException lost)
    {
        if (HasOptional)
        {
            _begin = _begin with { IsWithoutOptional = true };
            _lostWithOptional = lost.Reason;
        }
        else
        {
            AnswerRest(lost.Reason); // The cells would do the same again.
        }
        Append(lost.Transcript);
    }

    /// <summary>Probes did not survive: a single one has its answer, several are asked one by one in the next
    /// session.</summary>
    private void LoseProbes(int[] numbers, JudgedProcessLostException lost)
    {
        if (numbers is [var number])
            _answers[number] = new NoAnswer(lost.Reason);
        _isTogether = false;
        Append(lost.Transcript);
    }

    /// <summary>The probes that have no answer yet.</summary>
    private IEnumerable<int> Open() => _order.Where(number => _answers[number] is null);

    /// <summary>The same, in groups that are asked with one question.</summary>
    private int[][] OpenTogether() =>
        [
            .. Open()
                .GroupBy(number => (compiled.Probes[number].Cell!.Id, _isTogether ? 0 : number))
                .Select(group => group.ToArray()),
        ];

    /// <summary>Whether the judged cell itself threw.</summary>
    private bool HasFailed(SessionStarted started) => started.FailedCell == _begin.Cells.Count - 1;

    private bool HasOptional => !_begin.IsWithoutOptional && _begin.Cells.Any(cell => cell.IsOptional);

    /// <summary>Tells, once, that the session began only without the cells that can be left out.</summary>
    private void NoteLeftOut()
    {
        if (_lostWithOptional is not { } reason)
            return;
        string why = new Difference(DifferenceKind.NoValue, new NoAnswer(reason)).Sentence;
        _notes.Add($"The cells that run because they may change variables are left out: with them, {why}.");
        _lostWithOptional = null;
    }

    private void TranscribeFailure(SessionStarted started, NoAnswer failure)
    {
        string which = HasFailed(started) ? "The task's cell" : "A cell above the task's";
        string line = failure.Line is { } number ? Invariant($", line {number}") : "";
        Append($"{which}{line}: {started.Message}\n");
    }

    private void AnswerRest(NoAnswerReason reason)
    {
        for (int i = 0; i < _answers.Length; i++)
            _answers[i] ??= new NoAnswer(reason);
    }

    private void Append(string text) =>
        _transcript.Append(text, 0, Math.Min(text.Length, MaxTranscriptLength - _transcript.Length));
}

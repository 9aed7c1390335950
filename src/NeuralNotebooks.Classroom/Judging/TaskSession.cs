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

    private const int MaxTranscriptLength = 64 * 1024, WallPerCpu = 4;

    private readonly Answer?[] _answers = [.. compiled.Probes.Select(probe => probe.Refusal)];

    /// <summary>Probes whose answers the student sees come first: later code may remember hidden arguments.</summary>
    private readonly int[] _order =
    [
        .. Enumerable.Range(0, task.Probes.Count).OrderBy(number => task.Probes[number].IsShown ? 0 : 1),
    ];
    private readonly List<string> _notes = [.. compiled.Notes];
    private readonly StringBuilder _transcript = new();
    private TimeSpan _used, _wall;
    private bool _isTogether = true;
    private SessionStarted? _failed;

    /// <summary>How a session begins now.</summary>
    private StartSession _begin = begin;
    private NoAnswerReason? _lost;

    /// <param name="take">Provides a process that has run no submission's code.</param>
    /// <param name="giveBack">Takes back a process that may run other code, whose output is not part of the transcript;
    /// null if it may not.</param>
    /// <param name="cancellation">Stops judging.</param>
    public async Task AskAllAsync(
        Func<JudgedProcess> take,
        Func<JudgedProcess, Task>? giveBack,
        CancellationToken cancellation
    )
    {
        while (_answers.Contains(null))
        {
            if (_used >= limit || _wall >= WallPerCpu * limit)
            {
                AnswerRest(new NoAnswer(NoAnswerReason.TimeLimit));
                return;
            }
            JudgedProcess process = take();
            bool isWhole = false;
            try
            {
                isWhole = await AskAsync(process, cancellation);
            }
            finally
            {
                if (isWhole && giveBack is not null)
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
    }

    public TaskAnswers Answers() =>
        new(task.Name, [.. _answers.Select(answer => answer!)], _notes, _transcript.ToString(), _used)
        {
            Failed = _failed,
        };

    /// <summary>Runs one session to its end or to the question that it did not survive.</summary>
    /// <returns>Whether the process survived.</returns>
    private async Task<bool> AskAsync(JudgedProcess process, CancellationToken cancellation)
    {
        int[] asked = [];
        try
        {
            SessionStarted started = await AskAsync<SessionStarted>(
                _begin,
                HasOptional ? MaxFractionWithOptional : 1
            );
            NoteLeftOut();
            Note(started);
            if (HasFailed(started))
                foreach (int number in Open().Where(number => compiled.Probes[number].UsesVariables))
                    _answers[number] = new NoAnswer(NoAnswerReason.CellFailed);
            // The teacher's probes are compiled together, and asked together unless that has failed.
            foreach (
                int[] together in Open()
                    .GroupBy(number => (compiled.Probes[number].Cell!.Id, _isTogether ? 0 : number))
                    .Select(group => group.ToArray())
                    .ToArray()
            )
                await AskProbesAsync(asked = together);
            TimeSpan before = process.Cpu;
            process.SampleUsage();
            _used += process.Cpu - before;
            return true;
        }
        catch (JudgedProcessLostException e) when (asked.Length == 0 && HasOptional)
        {
            _begin = _begin with { IsWithoutOptional = true };
            _lost = e.Reason;
            Append(e.Transcript);
            return false;
        }
        catch (JudgedProcessLostException e) when (asked.Length == 0)
        {
            AnswerRest(new NoAnswer(e.Reason)); // The cells would do the same again.
            Append(e.Transcript);
            return false;
        }
        catch (JudgedProcessLostException e)
        {
            if (asked is [var number])
                _answers[number] = new NoAnswer(e.Reason);
            _isTogether = false;
            Append(e.Transcript);
            return false;
        }

        async Task<T> AskAsync<T>(JudgeMessage question, double part)
            where T : JudgeMessage
        {
            TimeSpan before = process.Cpu, wallBefore = process.Wall;
            TimeSpan cpu = part * (limit - _used), wall = part * (WallPerCpu * limit - _wall);
            try
            {
                return await process.AskAsync<T>(question, cpu, wall, cancellation);
            }
            finally
            {
                // What a starved grader sees too late is not taken from the probes to come.
                _used += Smaller(process.Cpu - before, cpu);
                _wall += Smaller(process.Wall - wallBefore, wall);
            }
        }

        async Task AskProbesAsync(int[] numbers)
        {
            ProbesAnswered answered = await AskAsync<ProbesAnswered>(
                new AskProbes(
                    compiled.Probes[numbers[0]].Cell!,
                    [.. numbers.Select(number => compiled.Probes[number].Method)]
                ),
                MaxFractionPerProbe
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
    }

    private static TimeSpan Smaller(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>The probes that have no answer yet.</summary>
    private IEnumerable<int> Open() => _order.Where(number => _answers[number] is null);

    /// <summary>Whether the judged cell itself threw.</summary>
    private bool HasFailed(SessionStarted started) => started.FailedCell == _begin.Cells.Count - 1;

    private bool HasOptional => !_begin.IsWithoutOptional && _begin.Cells.Any(cell => cell.IsOptional);

    /// <summary>Tells, once, that the session began only without the cells that can be left out.</summary>
    private void NoteLeftOut()
    {
        if (_lost is not { } reason)
            return;
        string why = new Difference(DifferenceKind.NoValue, new NoAnswer(reason)).Sentence;
        _notes.Add($"The cells that run because they may change variables are left out: with them, {why}.");
        _lost = null;
    }

    private void Note(SessionStarted started)
    {
        if (started.Failure is null)
            return;
        if (HasFailed(started))
            _failed = started;
        string which = HasFailed(started) ? "The task's cell" : "A cell above the task's";
        string line = started.Failure.Line is { } number
            ? Invariant($", line {number}")
            : "";
        Append($"{which}{line}: {started.Message}\n");
    }

    private void AnswerRest(Answer answer)
    {
        for (int i = 0; i < _answers.Length; i++)
            _answers[i] ??= answer;
    }

    private void Append(string text) =>
        _transcript.Append(text, 0, Math.Min(text.Length, MaxTranscriptLength - _transcript.Length));
}

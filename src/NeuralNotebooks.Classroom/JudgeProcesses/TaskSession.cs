namespace NeuralNotebooks.Classroom;

/// <summary>Evaluates the probes of one task. If a process ends because of a probe and time is left, it continues with
/// the next probes in a new session.</summary>
internal sealed class TaskSession(AssignmentTask task, TaskCompiled compiled, StartSession begin, TimeSpan limit)
{
    /// <summary>The fraction of the remaining time that one probe may use, so that time remains for later
    /// probes.</summary>
    private const double MaxFractionPerProbe = 1.0 / 3;

    /// <summary>The fraction of the time in which a session with optional cells must start. If it does not, time
    /// remains to start without them.</summary>
    private const double MaxFractionWithOptional = 1.0 / 3;

    private readonly ProbeValue?[] _values = [.. compiled.Probes.Select(probe => probe.Refusal)];

    /// <summary>The probes in the order of evaluation. Probes whose values are shown to the student come first: code
    /// that has already run with hidden arguments could return them as the value of a shown probe.</summary>
    private readonly int[] _order =
        [.. Enumerable.Range(0, task.Probes.Count).OrderBy(number => task.Probes[number].IsShown ? 0 : 1)];

    private readonly List<string> _notes = [.. compiled.Notes];
    private readonly StringBuilder _transcript = new();
    private readonly SessionTime _time = new(limit);

    private StartSession _begin = begin;

    /// <summary>Whether probes that were compiled together, as those of the teacher are, are evaluated by one request.
    /// This stops when a process has ended during such a request.</summary>
    private bool _isTogether = true;

    /// <summary>The reply to the start of a session in which the judged cell threw an exception; null if it did
    /// not.</summary>
    private SessionStarted? _failed;

    /// <param name="take">Provides a process that has run no submission's code.</param>
    /// <param name="giveBack">Takes a process back for reuse with other code, and its output is discarded. Null if
    /// processes may not be reused.</param>
    public async Task<TaskValues> EvaluateAsync(
        Func<JudgeProcess<EvaluatorMessage>> take, Func<JudgeProcess<EvaluatorMessage>, Task>? giveBack,
        CancellationToken cancellation)
    {
        while (_values.Contains(null))
        {
            if (_time.IsSpent)
            {
                FillRest(MissingReason.TimeLimit);
                break;
            }
            JudgeProcess<EvaluatorMessage> process = take();
            bool hasSurvived = false;
            try
            {
                hasSurvived = await RunSessionAsync(process, cancellation);
            }
            finally
            {
                if (hasSurvived && giveBack is not null)
                {
                    process.ReadTranscript(); // Discarded, since it does not belong to the next task.
                    await giveBack(process);
                }
                else
                {
                    await process.DisposeAsync(); // After this, all of its output has been received.
                    Append(process.ReadTranscript());
                }
            }
        }
        return new(task.Name, [.. _values.Select(value => value!)], _notes, _transcript.ToString(), _time.Cpu)
        {
            Failed = _failed,
        };
    }

    /// <summary>Runs one session until all probes are evaluated or its process ends.</summary>
    /// <returns>Whether the process is still running.</returns>
    private async Task<bool> RunSessionAsync(JudgeProcess<EvaluatorMessage> process, CancellationToken cancellation)
    {
        try
        {
            await StartAsync(process, cancellation);
        }
        catch (JudgeProcessLostException e)
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
            catch (JudgeProcessLostException e)
            {
                LoseProbes(numbers, e);
                return false;
            }
        }
        _time.AddRest(process);
        return true;
    }

    private async Task StartAsync(JudgeProcess<EvaluatorMessage> process, CancellationToken cancellation)
    {
        SessionStarted started = await _time.AskAsync<SessionStarted>(
            process, _begin, HasOptional ? MaxFractionWithOptional : 1, cancellation);
        if (started.Failure is { } failure)
            TranscribeFailure(started, failure);
        if (!_begin.HasJudgedCellFailed(started))
            return;
        if (started.Failure is not null) // The reply of a submission that controls the process may lack it.
            _failed = started;
        foreach (int number in Open())
            _values[number] = compiled.Probes[number].Unevaluated(hasJudgedCellFailed: true);
    }

    private async Task AskProbesAsync(
        JudgeProcess<EvaluatorMessage> process, int[] numbers, CancellationToken cancellation)
    {
        ProbesEvaluated evaluated = await _time.AskAsync<ProbesEvaluated>(
            process,
            new AskProbes(
                compiled.Probes[numbers[0]].Cell!, [.. numbers.Select(number => compiled.Probes[number].Method)]),
            MaxFractionPerProbe, cancellation);
        // A submission may have taken control of the process, so the reply can be malformed, for example contain null.
        if (evaluated.Probes.Count != numbers.Length
            || !evaluated.Probes.All(probe => probe is not null && ValueLimits.Allow(probe.Value)))
            throw new JudgeProcessLostException(MissingReason.ProcessEnded);
        foreach ((int number, EvaluatedProbe probe) in numbers.Zip(evaluated.Probes))
        {
            _values[number] = probe.Value;
            if (probe.Message is { } message)
                Append($"{task.Probes[number].Name}: {message}\n");
        }
    }

    /// <summary>Handles a process that ended while it ran the cells. The next session leaves out the optional
    /// cells.</summary>
    private void LoseStart(JudgeProcessLostException lost)
    {
        if (HasOptional)
        {
            _begin = _begin with { IsWithoutOptional = true };
            string why = NoValueSentence.Of(new MissingValue(lost.Reason));
            _notes.Add($"The cells that run because they may change variables are left out: with them, {why}.");
        }
        else
        {
            FillRest(lost.Reason); // Without optional cells, a new session would end in the same way.
        }
        Append(lost.Transcript);
    }

    /// <summary>Handles a process that ended while it evaluated probes. A single probe gets the reason in place of a
    /// value. Several probes are evaluated one by one in the next session.</summary>
    private void LoseProbes(int[] numbers, JudgeProcessLostException lost)
    {
        if (numbers is [var number])
            _values[number] = new MissingValue(lost.Reason);
        _isTogether = false;
        Append(lost.Transcript);
    }

    private IEnumerable<int> Open() => _order.Where(number => _values[number] is null);

    /// <summary>The probes that have no value yet, in groups that are evaluated by one request.</summary>
    private int[][] OpenTogether() =>
        [
            .. Open().GroupBy(number => (compiled.Probes[number].Cell!.Id, _isTogether ? 0 : number))
                .Select(group => group.ToArray()),
        ];

    private bool HasOptional => !_begin.IsWithoutOptional && _begin.Cells.Any(cell => cell.IsOptional);

    private void TranscribeFailure(SessionStarted started, MissingValue failure)
    {
        string which = _begin.HasJudgedCellFailed(started) ? "The task's cell" : "A cell above the task's";
        string line = failure.Line is { } number ? Invariant($", line {number}") : "";
        Append($"{which}{line}: {started.Message}\n");
    }

    private void FillRest(MissingReason reason)
    {
        for (int i = 0; i < _values.Length; i++)
            _values[i] ??= new MissingValue(reason);
    }

    private void Append(string text) =>
        _transcript.Append(
            text, 0, Math.Min(text.Length, JudgeProcess<EvaluatorMessage>.MaxTranscript - _transcript.Length));
}

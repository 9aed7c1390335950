namespace NeuralNotebooks.Classroom;

/// <summary>Checks the stub and the mistakes of one task: compares their values with those of the solution, and those
/// of the mistakes with each other.</summary>
internal sealed class MistakeCheck(AssignmentTask task, VariantValues solution, TaskTrials trials, ProblemList errors)
{
    /// <summary>The values of each mistake; null as long as it has not been evaluated, and if it does not
    /// compile.</summary>
    private readonly VariantValues?[] _mistakes = new VariantValues?[task.Mistakes.Count];

    public IEnumerable<Func<Task>> Steps() =>
        Enumerable.Range(0, task.Mistakes.Count).Select(i => (Func<Task>)(() => AskMistakeAsync(i)))
            .Prepend(AskStubAsync);

    public async Task CompareAsync()
    {
        for (int i = 0; i < _mistakes.Length; i++)
        {
            if (_mistakes[i] is null)
                continue;
            KnownMistake known = task.Mistakes[i];
            // If a lost probe has the same numbers for all students, no other students need to be tried.
            VariantValues mistake = LosesPointsForAllStudents(_mistakes[i]!) ? _mistakes[i]! : await AskOthersAsync(i);
            int without = mistake.Values.Zip(solution.Values)
                .Count(pair => Lost(pair.Second, pair.First) == default(Points));
            if (without > 0)
                errors.Add(
                    known.Place, 1, $"This mistake loses no point{solution.OfStudents(without)}: no probe fails it.");
            for (int j = 0; j < i; j++)
            {
                if (_mistakes[j] is not { } other || !AreAlike(mistake.Example, other.Example))
                    continue;
                mistake = await AskOthersAsync(i);
                if (AreAlike(mistake, await AskOthersAsync(j)))
                    errors.Add(
                        known.Place, 1,
                        $"This mistake has the same answers to all probes as the one in {task.Mistakes[j].Place} "
                            + $"(\"{task.Mistakes[j].Sentence}\"){mistake.OfStudents(mistake.Values.Count)}. "
                            + "Expected a probe that distinguishes them, or only one of them.");
            }
        }
    }

    public MistakeMatrix Matrix() => new(task, [.. task.Mistakes.Select((mistake, i) => Row(mistake, _mistakes[i]))]);

    private MistakeRow Row(KnownMistake mistake, VariantValues? trial)
    {
        bool[] lost =
            [.. task.Probes.Select((_, i) => trial is not null && IsLost(i, solution.Example, trial.Example))];
        return new MistakeRow(mistake, lost, trial is null ? default : Lost(solution.Example, trial.Example));
    }

    private async Task AskStubAsync()
    {
        VariantValues stub = await trials.AskAsync(TeachersCode.Stub(task));
        Probe[] earned = [.. task.Probes.Where((_, i) => !IsLost(i, solution.Example, stub.Example))];
        string names = string.Join(", ", earned.Select(probe => $"\"{probe.Name}\""));
        if (earned.Length > 0)
            errors.Add(
                task.TestsPlace, earned[0].Line,
                $"The stub earns points: it passes {(earned.Length == 1 ? "the probe" : "the probes")} {names}. "
                    + $"Expected a stub that is wrong there, or another probe.");
        if (stub.Example.OfType<MissingValue>().FirstOrDefault(IsUnclean) is { } unclean)
            errors.Add(
                task.Place, unclean.Line,
                $"The stub does not fail cleanly: {NoValueSentence.Of(unclean)}. "
                    + string.Concat(stub.Notes.Take(1).Select(note => note + " "))
                    + $"Expected an exception or a wrong value. {Stub.Remedy}");
    }

    /// <summary>Whether code has reached a limit, which may depend on the machine, or does not compile.</summary>
    public static bool IsUnclean(MissingValue missing) =>
        missing.Reason
            is MissingReason.DoesNotCompile or MissingReason.TimeLimit or MissingReason.MemoryLimit
                or MissingReason.ProcessEnded or MissingReason.TooLarge;

    private async Task AskMistakeAsync(int index)
    {
        KnownMistake mistake = task.Mistakes[index];
        VariantValues trial = await trials.AskAsync(TeachersCode.Of(task, mistake));
        if (trial.Example.All(value => value is MissingValue { Reason: MissingReason.DoesNotCompile }))
            errors.Add(
                mistake.Place,
                trial.Example.OfType<MissingValue>().First().Line,
                $"The mistake does not compile. {string.Join(" ", trial.Notes)} Expected a wrong solution that runs.");
        else
            _mistakes[index] = trial;
    }

    private async Task<VariantValues> AskOthersAsync(int mistake) =>
        (_mistakes[mistake] = await trials.AskOthersAsync(
            TeachersCode.Of(task, task.Mistakes[mistake]), _mistakes[mistake]!))!;

    private bool LosesPointsForAllStudents(VariantValues mistake) =>
        task.Probes.Index().Any(probe =>
            !trials.Differs[probe.Index] && probe.Item.Points > default(Points)
            && IsLost(probe.Index, solution.Example, mistake.Example));

    private bool AreAlike(VariantValues one, VariantValues other) =>
        one.Values.Zip(other.Values).All(pair => AreAlike(pair.First, pair.Second));

    private bool AreAlike(IReadOnlyList<ProbeValue> one, IReadOnlyList<ProbeValue> other)
        => task.Probes.Select((probe, i) => ValueComparison.AreSame(one[i], other[i], probe)).All(same => same);

    private bool IsLost(int probe, IReadOnlyList<ProbeValue> expected, IReadOnlyList<ProbeValue> actual)
        => ValueComparison.Between(expected[probe], actual[probe], task.Probes[probe]) is not null;

    private Points Lost(IReadOnlyList<ProbeValue> expected, IReadOnlyList<ProbeValue> actual) =>
        Points.Sum(task.Probes.Where((_, i) => IsLost(i, expected, actual)).Select(probe => probe.Points));
}

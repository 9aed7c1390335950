namespace NeuralNotebooks.Classroom;

/// <summary>Checks the solution of a task: it must have a comparable value for every probe, and the same values when it
/// is judged like a student's answer.</summary>
internal sealed class SolutionCheck(AssignmentTask task, TaskTrials trials, ProblemList errors)
{
    /// <returns>The solution's values; null if other values cannot be compared with them.</returns>
    public async Task<VariantValues?> RunAsync()
    {
        var code = TeachersCode.Solution(task);
        VariantValues solution = await trials.AskOthersAsync(code, await trials.AskAsync(code));
        if (!HasValues(solution))
            return null;
        CompareWith(await trials.AsStudentAsync(), solution);
        return solution;
    }

    private bool HasValues(VariantValues solution)
    {
        bool hasValues = true;
        for (int i = 0; i < task.Probes.Count; i++)
        {
            ProbeValue[] wrong =
                [.. solution.Values.Select(values => values[i]).Where(value => !ValueComparison.CanBeExpected(value))];
            if (wrong.Length == 0)
                continue;
            hasValues = false;
            string students = solution.OfStudents(wrong.Length);
            string sentence = wrong[0] is MissingValue none
                ? $"The solution does not answer the probe \"{task.Probes[i].Name}\": "
                    + $"{NoValueSentence.Of(none)}{students}.{Remedy(none.Reason)}"
                : $"The solution answers the probe \"{task.Probes[i].Name}\" with "
                    + $"NaN{students}, which no answer equals.";
            if (!IsReportedElsewhere(wrong[0]))
                errors.Add(task.TestsPlace, task.Probes[i].Line, sentence);
        }
        return hasValues;
    }

    private static string Remedy(MissingReason reason) =>
        reason switch
        {
            MissingReason.NotAValue => " Expected a number, a truth value, a text, or a list, tuple or record of "
                + "these. Of an object, ask for properties, such as new { account.Owner, account.Balance }.",
            MissingReason.Threw => " If this is right, expected Throws<ArgumentException>(() => …), or another type.",
            _ => "",
        };

    /// <summary>Whether a value is missing because of a compile error. <see cref="ProbeNamesCheck"/> reports these, and
    /// those of given cells only once.</summary>
    private static bool IsReportedElsewhere(ProbeValue value) =>
        value is MissingValue { Reason: MissingReason.DoesNotCompile or MissingReason.SourceFailed };

    private void CompareWith(TaskValues student, VariantValues solution)
    {
        for (int i = 0; i < task.Probes.Count; i++)
        {
            Difference? between = ValueComparison.Between(solution.Example[i], student.Values[i], task.Probes[i]);
            if (between is not { } difference)
                continue;
            if (difference.Cause is { Reason: MissingReason.Forbidden })
            {
                errors.Add(
                    task.Place, difference.Cause.Line,
                    $"The solution uses something that is not allowed in an answer, and would earn no "
                        + $"points: {string.Join(" ", student.Notes)} Expected another solution, or // ALLOWED "
                        + $"{task.Name} with its documentation-comment id, {difference.Cause.Detail}.");
                return;
            }
            errors.Add(
                task.Place, null,
                $"The solution does not earn the probe \"{task.Probes[i].Name}\" when it is judged a second "
                    + $"time: {difference.Sentence}. Expected the same value each time.");
        }
    }
}

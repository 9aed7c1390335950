namespace NeuralNotebooks.Course;

/// <summary>A checkpoint whose answer gives each of the suspects A, B, C, … or I, II, III, … the number of its
/// mistake. Whoever names another mistake is told how that one would look.</summary>
/// <param name="Right">The number of each suspect's mistake, counted from 1.</param>
/// <param name="Looks">How each mistake would look.</param>
internal sealed record Lineup(int[] Right, string[] Looks, string Praise, string Suspects = "A B C D E F")
{
    public Verdict Judge(params int[] yours)
    {
        if (yours.All(number => number == 0))
            return Verdict.NotBegun("All numbers are still 0. Write the number of a mistake for each suspect.");
        int[] wrong = [.. Enumerable.Range(0, Right.Length).Where(i => yours[i] != Right[i])];
        if (wrong.Length == 0)
            return Verdict.Correct(Praise);
        int named = yours[wrong[0]];
        string message = Invariant($"{Right.Length - wrong.Length} of {Right.Length} are right. ")
            + Suspects.Split(' ')[wrong[0]];
        return named >= 1 && named <= Looks.Length
            ? HintSteps.Next(Verdict.Wrong(
                isNear: wrong.Length == 1, Invariant($"{message} does not have mistake {named}."),
                (Invariant($"Mistake {named} looks otherwise:"), Looks[named - 1])))
            : Verdict.NotYet(Invariant($"{message} needs a number from 1 to {Looks.Length}."));
    }
}

namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 07: an order of the terms of a product of 32 × 32 matrices, judged by the misses of a cache.
    /// It holds 64 lines of 8 numbers, and evicts the line that was not used for the longest time.</summary>
    /// <param name="order">The places (i, j, p) of all terms a_ip · b_pj of c_ij.</param>
    public static Verdict FewMisses(Func<IEnumerable<(int i, int j, int p)>> order)
    {
        const int side = 32, terms = side * side * side;
        ((int i, int j, int p)[]? all, Verdict? failure) = Attempt.Run(
            () => order().Take(terms + 1).ToArray(), TimeSpan.FromSeconds(10), _ => null);
        if (all is null)
            return failure!;
        int right = all.Distinct().Count(term => ((term.i | term.j | term.p) & ~(side - 1)) == 0);
        if (right < terms || all.Length > terms)
            return Verdict.NotYet($"Missing terms: {terms - right}. Terms that come again or lie outside: {all.Length
                - right}{(all.Length > terms ? " or more" : "")}. Each of i, j and p goes from 0 to 31.");
        List<int> cache = [];
        int[] misses = new int[3];
        foreach ((int i, int j, int p) in all)
            foreach ((int matrix, int row, int column) in new[] { (0, i, p), (1, p, j), (2, i, j) })
            {
                int line = (matrix * side + column) * side / 8 + row / 8;
                misses[matrix] += cache.Remove(line) ? 0 : 1;
                cache.Add(line);
                if (cache.Count > 64)
                    cache.RemoveAt(0);
            }

        string message = $"{misses.Sum()} misses: {misses[0]} for A, {misses[1]} for B, {misses[2]} for C.";
        int worst = Array.IndexOf(misses, misses.Max());
        return misses.Sum() < 768
            ? Verdict.Correct($"{message} Each matrix has 128 lines, so 384 misses cannot be avoided.")
            : HintSteps.Next(Verdict.Wrong(misses.Sum() < 1000, message, (
                $"Each line of {"ABC"[worst]} is fetched {misses[worst] / 128} times: it leaves the cache too early.",
                "Take a block of one matrix, and use it for all its terms before the next block.")));
    }
}

namespace NeuralNotebooks.Classroom;

/// <summary>Reads MISTAKE cells, whose code is a wrong solution, and MISTAKES cells, which adopt the known mistakes of
/// one of the course's checks.</summary>
/// <param name="folder">The source's folder.</param>
/// <param name="problems">Receives the problems.</param>
internal sealed class MistakeReader(string folder, ProblemList problems)
{
    private readonly Lazy<IReadOnlyDictionary<string, string[]>> _sentencesOfChecks =
        new(() => CheckMistakes.InKitOf(folder));

    /// <summary>Checks that a cell has code.</summary>
    public void CheckCode(SourceCell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.TextAfterMarker))
            problems.Add(cell.Place, null, "The mistake has no code. Expected a wrong solution.");
    }

    /// <summary>The mistakes of a cell.</summary>
    public IEnumerable<KnownMistake> Read(SourceCell cell)
    {
        Marker marker = cell.Marker;
        if (marker.Check is not { } check)
            return [new KnownMistake(marker.Sentence, cell.TextAfterMarker) { Place = cell.Place }];
        if (_sentencesOfChecks.Value.TryGetValue(check, out string[]? sentences))
            return Adopt(cell, check, sentences, marker.Without);
        IEnumerable<string> known = _sentencesOfChecks
            .Value.Keys.Order(StringComparer.Ordinal)
            .Select(name => $"Check.{name}");
        problems.Add(
            cell.Place,
            1,
            $"Check.{check} has no mistakes that a task can adopt. Expected one of {string.Join(", ", known)}."
        );
        return [];
    }

    /// <summary>The mistakes of a check, whose sentences are given, except for some numbers from 1. The cell's code
    /// uses the first mistake; in the code of each other one, its expression is replaced.</summary>
    private IEnumerable<KnownMistake> Adopt(
        SourceCell cell,
        string check,
        string[] sentences,
        IReadOnlyList<int> without
    )
    {
        string code = cell.TextAfterMarker, first = CheckMistakes.Expression(check, 0);
        if (without.FirstOrDefault(number => number > sentences.Length) is not 0 and var outside)
            problems.Add(
                cell.Place,
                1,
                Invariant($"Check.{check} has no mistake {outside}. Expected a number from 1 to {sentences.Length}.")
            );
        if (code.Length > 0 && !code.Contains(first))
            problems.Add(
                cell.Place,
                1,
                $"The code does not use the first mistake. Expected Check.{first}.Function, which the other mistakes "
                    + "replace."
            );
        return sentences
            .Select((sentence, i) =>
                new KnownMistake(
                    sentence,
                    code.Replace(first, CheckMistakes.Expression(check, i), StringComparison.Ordinal)
                )
                {
                    Place = Invariant($"{cell.Place} (mistake {i + 1} of Check.{check})"),
                    IsAdopted = true,
                }
            )
            .Where((_, i) => !without.Contains(i + 1));
    }
}

namespace NeuralNotebooks.Cli;

internal enum Phase
{
    /// <summary>Guesses are accepted.</summary>
    Open,

    /// <summary>The teacher has stopped the voting, and may open it again.</summary>
    Closed,

    /// <summary>The phones have the answer, or are told that it comes later. Only a second round accepts guesses
    /// again.</summary>
    Revealed,
}

/// <summary>A question that the class was asked, with its guesses and, once it is revealed, its answer.</summary>
internal sealed class AskedQuestion(int id, Question question)
{
    private static readonly Comparer<double[]> _bySize =
        Comparer<double[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>The guesses of each round: those of the phones, and those that the teacher has counted in the
    /// room.</summary>
    private readonly List<(Dictionary<string, double[]> OfPhones, double[][] OfHands)> _rounds = [([], [])];

    public int Id => id;

    public Question Question => question;

    public Phase Phase { get; private set; } = Phase.Open;

    /// <summary>The answer, which the teacher's page sends with Reveal; null before, and in a second round. It is
    /// JSON's null if the slide has no answer yet; the same question may then be revealed again at a later
    /// slide.</summary>
    public JsonElement? Truth { get; private set; }

    /// <summary>The number of the round of voting: 1 or 2.</summary>
    public int RoundNumber => _rounds.Count;

    public IEnumerable<int> Answered => _rounds.Select(round => round.OfPhones.Count + round.OfHands.Length);

    /// <summary>The guesses of each round, sorted, so that their order does not say who was first.</summary>
    public IEnumerable<object[]> Guesses =>
        _rounds.Select(round =>
            round.OfPhones.Values.Concat(round.OfHands).Order(_bySize).Select(question.Written).ToArray());

    /// <summary>Whether this is a question that is asked, with the same choices or axes.</summary>
    public bool IsSame(Question other) =>
        ClassMessages.Write(question).AsSpan().SequenceEqual(ClassMessages.Write(other));

    /// <summary>Stores a guess in place of an earlier one of the same phone in this round.</summary>
    public Outcome Guess(string phone, JsonElement message)
    {
        if (Phase != Phase.Open)
            return Outcome.NotNow;
        if (question.Read(message) is not { } guess)
            return Outcome.Malformed;
        _rounds[^1].OfPhones[phone] = guess;
        return Outcome.Done;
    }

    /// <summary>Does what the teacher wants with this question, if its state allows it.</summary>
    public Outcome Do(TeacherMessage message)
    {
        switch (message.Do, Phase)
        {
            case (TeacherAction.Stop, Phase.Open):
                Phase = Phase.Closed;
                return Outcome.Done;
            case (TeacherAction.Resume, Phase.Closed):
                Phase = Phase.Open;
                return Outcome.Done;
            case (TeacherAction.Reveal, _) when Truth is null or { ValueKind: JsonValueKind.Null }:
                if (!question.IsAnswer(message.Truth))
                    return Outcome.Malformed;
                (Phase, Truth) = (Phase.Revealed, message.Truth);
                return Outcome.Done;
            case (TeacherAction.Again, _) when RoundNumber == 1:
                _rounds.Add(([], []));
                (Phase, Truth) = (Phase.Open, null);
                return Outcome.Done;
            case (TeacherAction.Hands, Phase.Open or Phase.Closed):
                double[]?[] hands = [.. message.Hands?.Select(question.Read) ?? []];
                if (hands.Length > ClassSession.MaxPhones || hands.Contains(null))
                    return Outcome.Malformed;
                _rounds[^1] = (_rounds[^1].OfPhones, [.. hands.OfType<double[]>()]);
                return Outcome.Done;
            default:
                return Outcome.NotNow;
        }
    }
}

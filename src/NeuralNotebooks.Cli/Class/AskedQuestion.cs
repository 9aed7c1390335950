namespace NeuralNotebooks.Cli;

internal enum Phase
{
    /// <summary>Guesses are accepted.</summary>
    Open,

    /// <summary>The teacher has stopped the voting, and may open it again.</summary>
    Closed,

    /// <summary>The phones have the answer, or are told that it comes later. Only a second vote accepts guesses
    /// again.</summary>
    Revealed,
}

/// <summary>A question that the class was asked, with its guesses and, once it is revealed, its answer.</summary>
internal sealed class AskedQuestion(int id, Question question)
{
    private const char Counted = '#';

    private static readonly Comparer<double[]> _bySize =
        Comparer<double[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other));

    /// <summary>The guesses of each vote, by the phone. Those that the teacher has counted have a number.</summary>
    private readonly List<Dictionary<string, double[]>> _votes = [[]];

    public int Id => id;

    public Question Question => question;

    public Phase Phase { get; private set; } = Phase.Open;

    /// <summary>The answer, which the teacher's page sends with Reveal; null before, and in a second vote. It is JSON's
    /// null if the slide has no answer yet; the same question may then be revealed again at a later slide.</summary>
    public JsonElement? Truth { get; private set; }

    /// <summary>The number of the vote: 1 or 2.</summary>
    public int Vote => _votes.Count;

    public IEnumerable<int> Answered => _votes.Select(vote => vote.Count);

    /// <summary>The guesses of each vote, sorted, so that their order does not say who was first.</summary>
    public IEnumerable<object[]> Guesses =>
        _votes.Select(vote => vote.Values.Order(_bySize).Select(question.Written).ToArray());

    /// <summary>Whether this is a question that is asked, with the same choices or axes.</summary>
    public bool IsSame(Question other) =>
        ClassMessages.Write(question).AsSpan().SequenceEqual(ClassMessages.Write(other));

    /// <summary>Stores a guess in place of an earlier one of the same phone in this vote.</summary>
    public Outcome Guess(string phone, JsonElement message)
    {
        if (Phase != Phase.Open)
            return Outcome.NotNow;
        if (question.Read(message) is not { } guess)
            return Outcome.Malformed;
        _votes[^1][phone] = guess;
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
            case (TeacherAction.Again, _) when Vote == 1:
                _votes.Add([]);
                (Phase, Truth) = (Phase.Open, null);
                return Outcome.Done;
            case (TeacherAction.Hands, Phase.Open or Phase.Closed):
                double[]?[] hands = [.. message.Hands?.Select(question.Read) ?? []];
                if (hands.Length > ClassSession.MaxPhones || hands.Contains(null))
                    return Outcome.Malformed;
                foreach (string counted in _votes[^1].Keys.Where(key => key.StartsWith(Counted)).ToArray())
                    _votes[^1].Remove(counted);
                for (int i = 0; i < hands.Length; i++)
                    _votes[^1][Counted + i.ToString(CultureInfo.InvariantCulture)] = hands[i]!;
                return Outcome.Done;
            default:
                return Outcome.NotNow;
        }
    }
}

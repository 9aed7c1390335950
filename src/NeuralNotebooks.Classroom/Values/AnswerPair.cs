namespace NeuralNotebooks.Classroom;

/// <summary>A part of an expected answer, and the part of the actual answer in the same place.</summary>
/// <param name="Expected">The part of the expected answer.</param>
/// <param name="Actual">The part of the actual answer.</param>
internal sealed record AnswerPair(Answer Expected, Answer Actual)
{
    /// <summary>The pair of lists or records that contains this pair; null for whole answers.</summary>
    private AnswerPair? Whole { get; init; }

    /// <summary>The name of the record's member, or the index in the list.</summary>
    private (string? Member, int Index) Part { get; init; }

    /// <summary>The place in the answers, such as "weights, [2]"; empty for whole answers.</summary>
    public string Place => Whole?.PlaceOf(Part.Member ?? Invariant($"[{Part.Index}]")) ?? "";

    /// <summary>The place of something inside these parts.</summary>
    /// <param name="inner">Its place within them, such as "row 2, column 0".</param>
    public string PlaceOf(string inner)
    {
        string place = Place;
        return place.Length == 0 ? inner
            : inner.StartsWith('[') ? place + inner
            : $"{place}, {inner}";
    }

    /// <summary>The kind of difference if the structures of the parts do not match; null if they do.</summary>
    public DifferenceKind? Mismatch =>
        (Expected, Actual) switch
        {
            (NumberAnswer, NumberAnswer) or (TruthAnswer, TruthAnswer) or (TextAnswer, TextAnswer) => null,
            (ListAnswer e, ListAnswer a) when e.Items.Count == a.Items.Count => null,
            (MatrixAnswer e, MatrixAnswer a)
                when (e.Rows, e.Columns, e.Entries.Count) == (a.Rows, a.Columns, a.Entries.Count) => null,
            (RecordAnswer e, RecordAnswer a)
                when e.Members.Count == a.Members.Count && e.Members.Keys.All(a.Members.ContainsKey) => null,
            (NumberAnswer or ListAnswer or MatrixAnswer, NumberAnswer or ListAnswer or MatrixAnswer) =>
                DifferenceKind.Shape,
            _ => DifferenceKind.Type,
        };

    /// <summary>The pairs of numbers, matrices, texts and truth values in these parts, in order. Parts whose structures
    /// do not match are one pair.</summary>
    public IReadOnlyList<AnswerPair> Leaves()
    {
        List<AnswerPair> leaves = [];
        AddLeavesTo(leaves);
        return leaves;
    }

    private void AddLeavesTo(List<AnswerPair> leaves)
    {
        switch (Expected, Actual)
        {
            case (ListAnswer e, ListAnswer a) when Mismatch is null:
                for (int i = 0; i < e.Items.Count; i++)
                    new AnswerPair(e.Items[i], a.Items[i]) { Whole = this, Part = (null, i) }.AddLeavesTo(leaves);
                break;
            case (RecordAnswer e, RecordAnswer a) when Mismatch is null:
                foreach ((string name, Answer member) in e.Members)
                    new AnswerPair(member, a.Members[name]) { Whole = this, Part = (name, 0) }.AddLeavesTo(leaves);
                break;
            default:
                leaves.Add(this);
                break;
        }
    }
}

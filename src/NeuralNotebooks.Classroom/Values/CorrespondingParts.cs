namespace NeuralNotebooks.Classroom;

/// <summary>The numbers and texts in the same places of two answers of the same structure.</summary>
internal sealed class CorrespondingParts
{
    private readonly List<NumberPair> _numbers = [];

    /// <summary>The pairs of numbers.</summary>
    public IReadOnlyList<NumberPair> Numbers => _numbers;

    /// <summary>Whether a text or truth value is not the expected one.</summary>
    public bool HasOtherText { get; private set; }

    /// <summary>Adds the parts of two answers. Returns the kind of difference if their structures do not match, else
    /// null.</summary>
    public DifferenceKind? Add(Answer expected, Answer actual)
    {
        switch (expected, actual)
        {
            case (NumberAnswer e, NumberAnswer a):
                _numbers.Add(new(e.Value, a.Value, e.IsSingle));
                return null;
            case (TruthAnswer e, TruthAnswer a):
                HasOtherText |= e.Value != a.Value;
                return null;
            case (TextAnswer e, TextAnswer a):
                HasOtherText |= e.Value != a.Value;
                return null;
            case (MatrixAnswer e, MatrixAnswer a):
                return AddMatrix(e, a);
            case (ListAnswer e, ListAnswer a):
                return e.Items.Count == a.Items.Count ? AddAll(e.Items.Zip(a.Items)) : DifferenceKind.Shape;
            case (RecordAnswer e, RecordAnswer a):
                return e.Members.Count == a.Members.Count && e.Members.Keys.All(a.Members.ContainsKey)
                    ? AddAll(e.Members.Select(member => (member.Value, a.Members[member.Key])))
                    : DifferenceKind.Type;
            case (NumberAnswer or ListAnswer or MatrixAnswer, NumberAnswer or ListAnswer or MatrixAnswer):
                return DifferenceKind.Shape;
            default:
                return DifferenceKind.Type;
        }
    }

    private DifferenceKind? AddMatrix(MatrixAnswer expected, MatrixAnswer actual)
    {
        if (
            (expected.Rows, expected.Columns, expected.Entries.Count)
            != (actual.Rows, actual.Columns, actual.Entries.Count)
        )
            return DifferenceKind.Shape;
        _numbers.AddRange(
            expected.Entries.Zip(actual.Entries, (e, a) => new NumberPair(e, a, expected.IsSingle))
        );
        return null;
    }

    private DifferenceKind? AddAll(IEnumerable<(Answer Expected, Answer Actual)> parts) =>
        parts.Select(part => Add(part.Expected, part.Actual)).FirstOrDefault(kind => kind is not null);
}

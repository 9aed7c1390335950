namespace NeuralNotebooks.Classroom;

/// <summary>A part of an expected value, and the part of the actual value in the same place.</summary>
internal sealed record ValuePair(ProbeValue Expected, ProbeValue Actual)
{
    /// <summary>The pair of lists or records that contains this pair; null for whole values.</summary>
    private ValuePair? Whole { get; init; }

    /// <summary>The name of the record's member, or the index in the list.</summary>
    private (string? Member, int Index) Part { get; init; }

    /// <summary>The place in the values, such as "weights, [2]"; empty for whole values.</summary>
    public string Place => Whole?.PlaceOf(Part.Member ?? Invariant($"[{Part.Index}]")) ?? "";

    public string PlaceOf(string inner)
    {
        string place = Place;
        return place.Length == 0 ? inner : inner.StartsWith('[') ? place + inner : $"{place}, {inner}";
    }

    public DifferenceKind? Mismatch =>
        (Expected, Actual) switch
        {
            (NumericValue, NumericValue) or (TruthValue, TruthValue) or (TextValue, TextValue) => null,
            (ListValue e, ListValue a) when e.Items.Count == a.Items.Count => null,
            (MatrixValue e, MatrixValue a)
                when (e.Rows, e.Columns, e.Entries.Count) == (a.Rows, a.Columns, a.Entries.Count) => null,
            (RecordValue e, RecordValue a)
                when e.Members.Count == a.Members.Count && e.Members.Keys.All(a.Members.ContainsKey) => null,
            (NumericValue or ListValue or MatrixValue, NumericValue or ListValue or MatrixValue) =>
                DifferenceKind.Shape,
            _ => DifferenceKind.Type,
        };

    /// <summary>The pairs of numbers, matrices, texts and truth values in these parts, in order. Parts whose structures
    /// do not match are one pair.</summary>
    public IReadOnlyList<ValuePair> Leaves()
    {
        List<ValuePair> leaves = [];
        AddLeavesTo(leaves);
        return leaves;
    }

    private void AddLeavesTo(List<ValuePair> leaves)
    {
        switch (Expected, Actual)
        {
            case (ListValue e, ListValue a) when Mismatch is null:
                for (int i = 0; i < e.Items.Count; i++)
                    new ValuePair(e.Items[i], a.Items[i]) { Whole = this, Part = (null, i) }.AddLeavesTo(leaves);
                break;
            case (RecordValue e, RecordValue a) when Mismatch is null:
                foreach ((string name, ProbeValue member) in e.Members)
                    new ValuePair(member, a.Members[name]) { Whole = this, Part = (name, 0) }.AddLeavesTo(leaves);
                break;
            default:
                leaves.Add(this);
                break;
        }
    }
}

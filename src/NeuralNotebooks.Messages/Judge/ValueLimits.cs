namespace NeuralNotebooks.Messages;

/// <summary>The limits on the size of a value. The judge process checks them when it reads a value. The grader
/// checks them again in each reply, because that process is untrusted.</summary>
internal static class ValueLimits
{
    public const int Depth = 16;

    /// <summary>The number of numbers, truth values, texts and lists in one value.</summary>
    public const int Count = 200_000;

    public const int Text = 200_000;

    /// <summary>The length of <see cref="MissingValue.Detail"/>.</summary>
    public const int Detail = 200;

    public const int Message = 16 * 1024 * 1024;

    /// <summary>Whether a received value is well-formed and within the limits.</summary>
    public static bool Allow(ProbeValue value)
    {
        int count = 0, text = 0;
        return Allows(value, 0);

        bool Allows(ProbeValue? part, int depth)
        {
            if (++count > Count || depth > Depth)
                return false;
            switch (part)
            {
                case NumberValue or TruthValue:
                    return true;
                case IntegerValue integer:
                    return integer.IsValid && (text += integer.Digits.Length) <= Text;
                case TextValue t:
                    return (text += t.Value.Length) <= Text;
                case ListValue list:
                    return list.Items.Count <= Count
                        && list.Items.All(item => item is not MissingValue && Allows(item, depth + 1));
                case MatrixValue matrix:
                    return matrix is { Rows: >= 0, Columns: >= 0 }
                        && (long)matrix.Rows * matrix.Columns == matrix.Entries.Count
                        && (count += matrix.Entries.Count) <= Count;
                case RecordValue record:
                    return record.Members.Count <= Count
                        && record.Members.All(member =>
                            (text += member.Key.Length) <= Text && member.Value is not MissingValue
                            && Allows(member.Value, depth + 1));
                case MissingValue none:
                    // The compiler or the grader gives the other reasons, whose line a student's page shows.
                    return depth == 0 && (none.Detail?.Length ?? 0) <= Detail && none.Reason
                        is MissingReason.Threw or MissingReason.MemoryLimit or MissingReason.NotAValue
                            or MissingReason.TooLarge;
                default:
                    return false;
            }
        }
    }
}

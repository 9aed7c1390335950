namespace NeuralNotebooks.Classroom;

/// <summary>The limits on the size of an answer. The judged process checks them when it reads a value. The grader
/// checks them again in each reply, because that process is untrusted.</summary>
internal static class AnswerLimits
{
    /// <summary>The nesting depth of values.</summary>
    public const int Depth = 16;

    /// <summary>The number of numbers, truth values, texts and lists in one answer.</summary>
    public const int Count = 200_000;

    /// <summary>Total characters of all texts.</summary>
    public const int Text = 200_000;

    /// <summary>Size of a message with an answer (bytes).</summary>
    public const int Message = 16 * 1024 * 1024;

    /// <summary>Whether a received answer is well-formed and within the limits.</summary>
    public static bool Allow(Answer answer)
    {
        int count = 0, text = 0;
        return Allows(answer, 0);

        bool Allows(Answer? part, int depth)
        {
            if (++count > Count || depth > Depth)
                return false;
            switch (part)
            {
                case NumberAnswer or TruthAnswer:
                    return true;
                case TextAnswer t:
                    return (text += t.Value.Length) <= Text;
                case ListAnswer list:
                    return list.Items.Count <= Count
                        && list.Items.All(item => item is not NoAnswer && Allows(item, depth + 1));
                case MatrixAnswer matrix:
                    return matrix is { Rows: >= 0, Columns: >= 0 }
                        && (long)matrix.Rows * matrix.Columns == matrix.Entries.Count
                        && (count += matrix.Entries.Count) <= Count;
                case RecordAnswer record:
                    return record.Members.Count <= Count
                        && record.Members.All(member =>
                            (text += member.Key.Length) <= Text
                            && member.Value is not NoAnswer
                            && Allows(member.Value, depth + 1)
                        );
                case NoAnswer none:
                    return depth == 0 && Enum.IsDefined(none.Reason) && (none.Detail?.Length ?? 0) <= 1000;
                default:
                    return false;
            }
        }
    }
}

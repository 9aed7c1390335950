using System.Globalization;

namespace NeuralNotebooks.Classroom;

/// <summary>An answer as text, for the teacher.</summary>
public static class AnswerText
{
    private const int MaxLength = 400;

    /// <summary>The text, truncated if it is long.</summary>
    public static string Of(Answer answer)
    {
        string text = Write(answer);
        return text.Length > MaxLength ? text[..MaxLength] + " …" : text;
    }

    private static string Write(Answer answer) =>
        answer switch
        {
            NumberAnswer number => Number(number.Value),
            TruthAnswer truth => truth.Value ? "true" : "false",
            TextAnswer text => $"\"{text.Value}\"",
            ListAnswer list => $"[{string.Join(", ", list.Items.Take(MaxLength).Select(Write))}]",
            MatrixAnswer matrix => string.Create(
                CultureInfo.InvariantCulture,
                $"{matrix.Rows}×{matrix.Columns} "
                    + $"[{string.Join("; ", Enumerable.Range(0, Math.Min(matrix.Rows, MaxLength)).Select(row => Row(matrix, row)))}]"
            ),
            RecordAnswer record => $"{{ "
                + $"{string.Join(", ", record.Members.Take(MaxLength).Select(member => $"{member.Key} = {Write(member.Value)}"))} }}",
            NoAnswer none => new Difference(DifferenceKind.NoValue, none).Sentence
                + (none.Detail is null ? "" : $" ({none.Detail})"),
            _ => answer.ToString(),
        };

    private static string Row(MatrixAnswer matrix, int row) =>
        string.Join(
            ", ",
            Enumerable
                .Range(0, Math.Min(matrix.Columns, MaxLength))
                .Select(column => Number(matrix.Entries[column * matrix.Rows + row]))
        );

    private static string Number(double value) => (value + 0.0).ToString("G7", CultureInfo.InvariantCulture);
}

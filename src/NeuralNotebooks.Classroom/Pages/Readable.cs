using System.Globalization;

namespace NeuralNotebooks.Classroom;

/// <summary>Numbers and answers as short text.</summary>
internal static class Readable
{
    private const int MaxItems = 8, MaxText = 60, MaxDepth = 4;

    /// <summary>Five significant digits, with a real minus sign: −0.75, 2.06e−07, NaN.</summary>
    public static string Number(double value) =>
        value switch
        {
            double.PositiveInfinity => "∞",
            double.NegativeInfinity => "−∞",
            0 => "0",
            _ => value
                .ToString("G5", CultureInfo.InvariantCulture)
                .Replace("E", "e", StringComparison.Ordinal)
                .Replace('-', '−'),
        };

    /// <summary>Points, with a real minus sign.</summary>
    public static string Number(Points points) => points.ToString().Replace('-', '−');

    /// <summary>"1 point", "2.5 points".</summary>
    public static string Points(Points points) => $"{Number(points)} {(points == 1 ? "point" : "points")}";

    /// <summary>A coordinate in a drawing.</summary>
    public static string Place(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>An answer on one line; long ones are truncated. The text of a student's answer is not
    /// escaped.</summary>
    public static string Answer(Answer answer) => Answer(answer, 0);

    /// <summary>An answer's form without its values.</summary>
    public static string Form(Answer answer) => answer switch
    {
        NumberAnswer => "a number",
        TruthAnswer => "true or false",
        TextAnswer => "text",
        ListAnswer list => string.Create(CultureInfo.InvariantCulture, $"a list of {list.Items.Count}"),
        MatrixAnswer matrix => $"a {Shape(matrix)} matrix",
        RecordAnswer => "a record",
        _ => "no value",
    };

    /// <summary>rows × columns.</summary>
    public static string Shape(MatrixAnswer matrix) =>
        string.Create(CultureInfo.InvariantCulture, $"{matrix.Rows} × {matrix.Columns}");

    private static string Answer(Answer answer, int depth) =>
        answer switch
        {
            NumberAnswer number => Number(number.Value),
            TruthAnswer truth => truth.Value ? "true" : "false",
            TextAnswer text => text.Value.Length <= MaxText ? $"“{text.Value}”" : $"“{text.Value[..MaxText]}…”",
            _ when depth == MaxDepth => "…",
            ListAnswer list => $"[{Items(list.Items.Select(item => Answer(item, depth + 1)), list.Items.Count)}]",
            MatrixAnswer { Rows: 1 or 0 } matrix => $"[{Items(matrix.Entries.Select(Number), matrix.Entries.Count)}]",
            MatrixAnswer { Entries.Count: <= 3 * MaxItems } matrix =>
                $"[{string.Join("; ", Enumerable.Range(0, matrix.Rows).Select(row => Row(matrix, row)))}]",
            MatrixAnswer matrix => $"{Form(matrix)} that begins [{Row(matrix, 0)}; …]",
            RecordAnswer record => $"{{ "
                + $"{Items(record.Members.Select(member => $"{member.Key} = {Answer(member.Value, depth + 1)}"), record.Members.Count)} }}",
            _ => "no value",
        };

    private static string Row(MatrixAnswer matrix, int row) =>
        Items(
            Enumerable.Range(0, matrix.Columns).Select(column => Number(matrix.Entries[column * matrix.Rows + row])),
            matrix.Columns
        );

    private static string Items(IEnumerable<string> items, int count) =>
        string.Join(", ", items.Take(MaxItems))
        + (count > MaxItems ? string.Create(CultureInfo.InvariantCulture, $", … ({count})") : "");
}

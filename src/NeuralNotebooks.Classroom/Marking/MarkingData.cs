namespace NeuralNotebooks.Classroom;

internal static class MarkingData
{
    /// <summary>The students of each card with their present marks and the beginnings of their rows in
    /// <c>adjust.csv</c>, and as CSV the rows of that file that are not marks of these answers.</summary>
    public static string Of(IReadOnlyList<MarkedTask> tasks, StudentList students, string folder)
    {
        string[] columns = Adjustments.Columns.Split(',');
        bool IsMark(CsvRow row) => tasks.Any(task => Adjustment.IsNameOf(row["task"], task.Assignment, task.Name)
            && task.Answers.SelectMany(answer => answer.Marks)
                .Any(mark => students.IsNameOf(row["student"], mark.Student)));
        return JsonSerializer.Serialize(
            new
            {
                file = Adjustments.FileName,
                table = Csv.Write(
                    Csv.Read(Path.Combine(folder, Adjustments.FileName), columns[0])
                        .Where(row => !IsMark(row))
                        .Select(row => columns.Select(column => row[column])),
                    Adjustments.Columns),
                cards = tasks.SelectMany(task =>
                    task.Answers.Select(answer => new
                    {
                        task = $"{task.Assignment}/{task.Name}",
                        max = task.MaxPoints.Rounded,
                        isRubric = task.Task.Rubric.Count > 0,
                        choices = task.Choices.Select(choice => choice.Points),
                        students = answer.Marks.Select(mark => new
                        {
                            student = Csv.Text(mark.Student),
                            row = Csv.Row([Csv.Text(mark.Student), $"{task.Assignment}/{task.Name}"]),
                            points = mark.Points,
                            comment = mark.Comment,
                        }),
                    })),
            });
    }
}

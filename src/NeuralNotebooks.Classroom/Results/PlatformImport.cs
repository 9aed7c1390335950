namespace NeuralNotebooks.Classroom;

public sealed class PlatformImport(StudentList students)
{
    private const string Moodle = "moodle", Canvas = "canvas";

    private readonly List<Grade> _grades = [];

    public static IReadOnlyList<string> Names => [Moodle, Canvas];

    internal void Add(SubmissionGrade grade, bool hasScore) =>
        _grades.Add(
            new(
                grade.Submission.Key, students.Of(grade.Submission.Folder, grade.Submission.Id), grade.Submission.User,
                hasScore ? $"{grade.Score}" : "", grade.Submission.MaxPoints.ToString()));

    internal IEnumerable<(string Name, string Text)> FilesFor(string platform)
        => platform == Canvas
            ? [("canvas.csv", Csv.Write(CanvasRows()))]
            : _grades.GroupBy(grade => grade.Key.Assignment)
                .Select(group => ($"moodle-{group.Key}.csv", Csv.Write(MoodleRows(group))));

    /// <summary>Moodle's grading worksheet, one for each assignment: participants are identified by the number in the
    /// submitted folder's name.</summary>
    private static IEnumerable<string[]> MoodleRows(IEnumerable<Grade> grades) =>
        grades.Select(grade =>
                new[]
                {
                    grade.User is { } user ? $"Participant {user.Id}" : "",
                    Csv.Text(FullName(grade.Student, grade.User)),
                    Csv.Text(grade.Student.Id.Text),
                    Csv.Text(grade.Student.Email),
                    grade.Score,
                    grade.Max,
                })
            .Prepend(["Identifier", "Full name", "ID number", "Email address", "Grade", "Maximum Grade"]);

    /// <summary>Canvas' gradebook: one column for each assignment, and a row with the maximum points before the
    /// students'.</summary>
    private IEnumerable<string[]> CanvasRows()
    {
        string[] assignments = [.. _grades.Select(grade => grade.Key.Assignment).Distinct()];
        yield return ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", .. assignments];
        yield return
        [
            "    Points Possible", "", "", "", "",
            .. assignments.Select(assignment => _grades.First(grade => grade.Key.Assignment == assignment).Max),
        ];
        foreach (var grades in _grades.GroupBy(grade => grade.Key.Folder)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Student student = grades.First().Student;
            PlatformUser? user = grades.Select(grade => grade.User).FirstOrDefault(known => known is not null);
            yield return
            [
                Csv.Text(FullName(student, user)), user?.Id ?? "",
                Csv.Text(student.Id.Text), Csv.Text(student.Email), "",
                .. assignments.Select(assignment =>
                    grades.FirstOrDefault(grade => grade.Key.Assignment == assignment)?.Score ?? ""),
            ];
        }
    }

    private static string FullName(Student student, PlatformUser? user) =>
        student.LastName.Length > 0 ? $"{student.FirstName} {student.LastName}".Trim() : user?.Name ?? student.Id.Text;

    private sealed record Grade(SubmissionKey Key, Student Student, PlatformUser? User, string Score, string Max);
}

using System.Text.Encodings.Web;

namespace NeuralNotebooks.Classroom;

/// <summary>The result of a submission in PrairieLearn's format. PrairieLearn shows it to the student.</summary>
internal static class PrairieLearnResult
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(SubmissionGrade grade)
    {
        JudgedSubmission submission = grade.Submission;
        var result = new
        {
            score = grade.Score is { } score ? Math.Clamp(score.Of(submission.MaxPoints), 0, 1) : 0,
            gradable = submission.Problem is null,
            format_errors = new[] { submission.StudentProblem }.OfType<string>(),
            message = string.Join('\n', submission.StudentNotes.Append(grade.Comment).Where(text => text.Length > 0)),
            output = "",
            tests = grade.Tasks.Select(task => new
            {
                name = task.Task.Name,
                description = "",
                points = task.Points.Rounded,
                max_points = task.Task.Points.Rounded,
                message = string.Join("\n", StudentSentences.Of(task)),
                output = "",
                images = Array.Empty<string>(),
            }),
        };
        return JsonSerializer.Serialize(result, _layout) + "\n";
    }
}

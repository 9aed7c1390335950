namespace NeuralNotebooks.Classroom;

/// <summary>
/// All that grading has found out about a submission, and all that a teacher may see: grades, reports and pages are made from it, and a
/// regrade needs nothing else. Of a student's page it holds far more than may be shown there.
/// </summary>
/// <param name="Student">The student's id.</param>
/// <param name="Assignment">The assignment's name.</param>
/// <param name="Timestamp">When it was submitted, as the submission says; empty where it does not.</param>
/// <param name="MaxPoints">What the assignment is worth.</param>
/// <param name="Hashes">What the answers depend on.</param>
/// <param name="Problem">Why it could not be graded; null where it was.</param>
/// <param name="Notes">What was restored, moved or ignored.</param>
/// <param name="Tasks">The tasks in the source's order; none where it could not be graded.</param>
public sealed record GradedSubmission(
    string Student, string Assignment, string Timestamp, Points MaxPoints, GradingHashes Hashes, string? Problem,
    IReadOnlyList<SubmissionNote> Notes, IReadOnlyList<GradedTask> Tasks);

/// <summary>A sentence about a submission.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="IsForTeacher">Whether only the teacher reads it.</param>
public sealed record SubmissionNote(string Text, bool IsForTeacher = false);

/// <summary>What the answers in a store depend on, as hexadecimal SHA-256.</summary>
/// <param name="Submission">The submitted notebook's file.</param>
/// <param name="Source">The teacher's notebook.</param>
/// <param name="Kit">The kit and the judge.</param>
/// <param name="Limits">Time, memory and isolation.</param>
public sealed record GradingHashes(string Submission, string Source, string Kit, string Limits);

/// <summary>A task of a graded submission: the question, and everybody's answers to it.</summary>
/// <param name="Name">The task's name.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="IsByHand">Whether a person marks it: then it has no probes.</param>
/// <param name="IsText">Whether it is a Markdown cell.</param>
/// <param name="Solution">The reference's cell.</param>
/// <param name="Submitted">The student's cell; null where the task is not answered.</param>
/// <param name="Probes">The probes.</param>
/// <param name="Reference">The reference's answers, for this student's variant.</param>
/// <param name="Mistakes">The answers of known wrong solutions, for this student's variant.</param>
/// <param name="Answers">The student's answers.</param>
/// <param name="Session">A hash of what the student's answers depend on besides the probe itself.</param>
/// <param name="Notes">What teacher and student are told, such as a compile error with its place.</param>
/// <param name="Transcript">What the session printed: for the teacher only.</param>
public sealed record GradedTask(
    string Name, Points Points, bool IsByHand, bool IsText, string Solution, string? Submitted, IReadOnlyList<Probe> Probes,
    IReadOnlyList<Answer> Reference, IReadOnlyList<MistakeAnswers> Mistakes, IReadOnlyList<Answer> Answers, string Session,
    IReadOnlyList<string> Notes, string Transcript)
{
    /// <summary>What the answers have earned.</summary>
    public TaskScore Score() => Scoring.Of(Probes, Reference, Mistakes, Answers);
}

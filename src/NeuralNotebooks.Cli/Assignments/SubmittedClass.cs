using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary>The submissions of a class.</summary>
/// <param name="Submissions">The submissions.</param>
/// <param name="Students">The class list.</param>
internal sealed record SubmittedClass(
    IReadOnlyList<Submission> Submissions,
    StudentList Students
);

namespace Notebooks.Tests.LectureNotes;

/// <summary>One line of the table of notations: how each set of notes writes a thing, and how this course
/// does.</summary>
public sealed record NotationRow(
    string What,
    string Gates,
    string Mlp,
    string Delta,
    string Graph,
    string Iris,
    string Course
);

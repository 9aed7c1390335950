namespace NeuralNotebooks.Course;

/// <summary>What the course remembers from one cell to the next. A process runs the cells of one notebook, so it has
/// one session.</summary>
internal sealed class CourseSession
{
    public static CourseSession Current { get; set; } = new();

    /// <summary>Whose numbers <see cref="Variant"/> returns.</summary>
    public (string Student, string? Assignment) Variant { get; set; } = ("", null);

    /// <summary>The names of the reader's own <see cref="Pieces"/>, and whether the last check has found each
    /// right.</summary>
    public ConcurrentDictionary<string, bool> OwnPieces { get; } = new();

    /// <summary>How often each verdict with a likely mistake was given: see <see cref="HintSteps"/>.</summary>
    public ConcurrentDictionary<(string Message, string Mistake), int> GivenHints { get; } = new();
}

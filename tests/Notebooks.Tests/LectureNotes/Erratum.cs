namespace Notebooks.Tests.LectureNotes;

/// <summary>One line of the three tables of notebook 10.</summary>
/// <param name="Id">E for an error, C for a convention, G for a place that machine reading garbled, and a
/// number.</param>
/// <param name="Notes">The set of lecture notes that it is about.</param>
/// <param name="Written">What the notes say, in Markdown.</param>
/// <param name="Meant">What it must be, or what this course does, in Markdown.</param>
/// <param name="Notebooks">The notebooks that show it by a number.</param>
public sealed record Erratum(string Id, string Notes, string Written, string Meant, params string[] Notebooks)
{
    /// <summary>What the text of a notebook calls it: erratum E7, convention C3, reading G1.</summary>
    public string Word =>
        Id[0] switch
        {
            'E' => "erratum",
            'C' => "convention",
            _ => "reading",
        };

    public override string ToString() => $"{Word} {Id}";
}

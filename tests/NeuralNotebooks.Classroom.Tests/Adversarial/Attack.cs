namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>A submission that tries something, and what its honest part has earned.</summary>
/// <param name="Name">What it tries: the student's id.</param>
/// <param name="Points">What it must get, of 2 for the attacked task and 4 for the other; null if it cannot be
/// graded.</param>
/// <param name="Says">What the student's page must say.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record Attack(string Name, double? Points, string? Says, params string[] Cells)
{
    public const string Setup = "#!import kit.csx",
        Student = "// STUDENT\nVariant.Student = \"\";",
        Title = "# A made-up assignment";

    /// <summary>The right answer to the task that no attack touches.</summary>
    public const string Honest =
        "// TASK product: 4 points\ndouble[] Product(double x, double y, double dz) => [dz * y, dz * x];";

    public const string Right = "double Scale(double x) => 3 * x;";

    /// <summary>Text in place of a notebook.</summary>
    public string? File { get; init; }

    /// <summary>The code of the attacked task, with the other one solved.</summary>
    public static Attack In(string name, double points, string? says, string code) =>
        new(name, points + 4, says, Title, Setup, Student, "// TASK scale: 2 points\n" + code, Honest);

    /// <summary>The right answer to both tasks, with another cell above them.</summary>
    public static Attack Above(string name, double points, string? says, string cell, string code = Right)
        => new(name, points + 4, says, Title, Setup, Student, cell, "// TASK scale: 2 points\n" + code, Honest);

    /// <summary>A file that is not a submission.</summary>
    public static Attack Unreadable(string name, string file) => new(name, null, "could not be graded") { File = file };
}

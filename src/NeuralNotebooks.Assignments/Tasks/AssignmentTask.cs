namespace NeuralNotebooks.Assignments;

/// <param name="IsByHand">Whether a person marks it; it then has no probes.</param>
public sealed record AssignmentTask(string Name, Points Points, bool IsByHand, bool IsText)
{
    /// <summary>The solution. A page has none: there it is what later tasks see in its place, the stub or the
    /// student's answer.</summary>
    public required string Solution { get; init; }

    public required string Stub { get; init; }

    /// <summary>The declarations of the hidden region, and those of its cell that it uses. They run again for each
    /// probe.</summary>
    public string Declarations { get; init; } = "";

    public IReadOnlyList<Probe> Probes { get; init; } = [];

    public IReadOnlyList<KnownMistake> Mistakes { get; init; } = [];

    public AnswerRules Rules { get; init; } = new([], []);

    /// <summary>The heading above it; its name if there is none.</summary>
    public string Title { get => field.Length > 0 ? field : Name; init; } = "";

    public string Place { get; init; } = "";

    public string TestsPlace { get; init; } = "";

    /// <summary>The call that <c>Quiz(…)</c> in the hidden region asks about; null if there is none.</summary>
    public Probe? Quiz { get; init; }

    /// <summary>The names that both the stub and the solution declare; if there are none, all names that the solution
    /// declares. A text has none.</summary>
    internal IReadOnlySet<string> RequiredNames
    {
        get
        {
            IReadOnlySet<string> all = IsText ? new HashSet<string>() : CellNames.DeclaredBy(Solution);
            HashSet<string> given = [.. CellNames.DeclaredBy(Stub).Where(all.Contains)];
            return given.Count > 0 ? given : all;
        }
    }
}

/// <summary>A hidden test: an expression whose value in the student's session must equal that in the
/// solution's.</summary>
/// <param name="Name">Its name, which only the teacher sees.</param>
/// <param name="Points">What it is worth, shares included.</param>
/// <param name="Tolerance">The largest relative difference of a number; null for the default.</param>
/// <param name="IsShown">Whether the student sees both values.</param>
public sealed record Probe(
    string Name, string Expression, Points Points, double? Tolerance = null, bool IsShown = false)
{
    /// <summary>The absolute tolerance: the allowed difference of a number is at least this. Null for the
    /// default.</summary>
    public double? Floor { get; init; }

    public int Line { get; init; }

    /// <summary>Whether the expression is a function without parameters, whose result is the value.</summary>
    internal bool IsFunction { get; init; }

    internal string Code => IsFunction ? $"new System.Func<object>({Expression})()" : Expression;
}

/// <summary>An executable wrong answer to a task.</summary>
/// <param name="Sentence">The sentence for a student who made this mistake.</param>
/// <param name="Code">The cell's code, in which the marker's line is empty.</param>
public sealed record KnownMistake(string Sentence, string Code)
{
    public string Place { get; init; } = "";
}

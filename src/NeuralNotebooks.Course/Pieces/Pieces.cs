namespace NeuralNotebooks.Course;

/// <summary>The functions of the reader with which a notebook goes on: in 01 and 02 those of its checkpoints, in 10
/// those of notebooks 03 to 06 and 09.</summary>
public static partial class Pieces
{
    private static ConcurrentDictionary<string, bool> Own => CourseSession.Current.OwnPieces;

    /// <summary>Judges a function, whose cell may use of the library only <c>Matrix</c>.</summary>
    /// <param name="name">The name of the function.</param>
    /// <param name="check">Judges what the function computes.</param>
    /// <param name="allowed">The names that it may use from other cells. If there are none, it is used in another
    /// notebook.</param>
    public static Verdict Judge(string name, Func<Verdict> check, params string[] allowed)
    {
        ArgumentNullException.ThrowIfNull(check);
        string[] others =
        [
            .. (NotebookHost.UsedNames?.Invoke() ?? [])
                .Where(one => one.Assembly is null ? !allowed.Contains(one.Name)
                    : one.Assembly == typeof(Matrix).Assembly.GetName().Name
                        && one.Name is not (nameof(Matrix) or nameof(ShapeException)))
                .Select(one => $"`{one.Name}`").Distinct(),
        ];
        Verdict verdict = others.Length == 0 ? check() : Verdict.NotYet(
            $"This cell uses {TextOf.List(others)} from elsewhere. {name} " + (allowed.Length == 0
                ? "goes with you to notebook 10, so it must work alone: with its arguments and `Matrix`."
                : "may use your five functions and `Matrix`: write the rest into this cell."));
        return verdict.Keep(name);
    }

    /// <summary>Keeps whether the reader's function is right, for the cells that go on with it.</summary>
    internal static Verdict Keep(this Verdict verdict, string name)
    {
        Own[name] = verdict.IsCorrect;
        return verdict;
    }

    /// <summary>Says that a piece is the course's own, and not the reader's.</summary>
    /// <param name="piece">The function.</param>
    /// <returns>A sentence.</returns>
    public static string Reference(Delegate piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        Own.TryRemove(piece.Method.Name, out _);
        return $"{piece.Method.Name} is the course's. Put the cell that you have solved in its place.";
    }

    /// <summary>Whether a piece of the session is the reader's own: its check has found it right here.</summary>
    /// <param name="name">The name of the function.</param>
    public static bool IsOwn(string name) => Own.GetValueOrDefault(name);

    /// <summary>Whose a piece of the session is.</summary>
    /// <param name="name">The name of the function.</param>
    /// <returns>"yours", "yours, but not right yet", or "the course's".</returns>
    public static string Whose(string name) =>
        !Own.TryGetValue(name, out bool isRight) ? "the course's" : isRight ? "yours" : "yours, but not right yet";
}

namespace NeuralNotebooks.Classroom;

/// <summary>Makes questions of the values that an answer has noted, and chooses those of a student.</summary>
internal static partial class QuizQuestions
{
    /// <summary>The lines of code that fit on a page beside a question.</summary>
    public const int MaxHeight = 54;

    /// <summary>A page in lines of code, what a task takes beside its code, and what a question takes.</summary>
    private const int PageHeight = 66, TaskHeight = 7, QuestionHeight = 3;

    private static readonly string[] _ordinals = ["first", "second", "third"];

    /// <summary>Which time a statement of a loop is asked about: the third or second is in the middle of the loop; what
    /// the first does is often seen at a glance.</summary>
    private static readonly int[] _times = [2, 1, 0];

    /// <param name="notes">How often a place was reached, and the first values there.</param>
    public static IEnumerable<QuizQuestion> Of(
        QuizTask task, TracedCode code, IReadOnlyDictionary<int, (int Count, string[] Values)> notes, string returned)
    {
        foreach ((int number, TracedPlace place) in code.Places.Index())
        {
            (int count, string[] values) = notes.GetValueOrDefault(number, (0, []));
            if (ValueAt(place, count, values) is { } question)
                yield return question with { Task = task };
        }
        if (IsShort(returned))
            yield return new(task, QuizKind.Returned, int.MaxValue, "What does the call return?", returned);

        QuizQuestion? ValueAt(TracedPlace place, int count, string[] values)
        {
            int time = place.IsInLoop
                ? _times.FirstOrDefault(at => at < values.Length && IsShort(values[at]), -1)
                : values.Length == 1 && IsShort(values[0]) ? 0 : -1;
            if (time < 0 || place.Shows(values[time], time))
                return null;
            string when = count == 1 ? "has run" : $"has run for the {_ordinals[time]} time";
            return new(
                task, time > 0 && values[time] != values[time - 1] ? QuizKind.InLoop : QuizKind.Variable, place.Line,
                $"Which value does `{place.Variable}` have just after {place.Named} {when}?", values[time]);
        }
    }

    /// <summary>Chooses questions: first about different tasks, and at most one about what a call returns. Which ones
    /// of a kind depends on the student.</summary>
    public static IReadOnlyList<QuizQuestion> Choose(IEnumerable<QuizQuestion> possible, int count, string student)
    {
        QuizQuestion[] all = [.. possible.OrderBy(one => HexHash.Of(student + one.Task.Name + one.Text))];
        List<QuizQuestion> chosen = [];
        while (chosen.Count < count && all.Where(Fits).MinBy(Rank) is { } next)
            chosen.Add(next);
        return [.. chosen.GroupBy(one => one.Task)
            .SelectMany(task => task.OrderBy(one => one.Kind).ThenBy(one => one.Line))];

        (bool, int, QuizKind) Rank(QuizQuestion one) =>
            (one.Kind == QuizKind.Returned, chosen.Count(other => other.Task == one.Task), one.Kind);

        bool Fits(QuizQuestion one) =>
            !chosen.Exists(other => other.Task == one.Task && other.Line == one.Line)
            && (one.Kind != QuizKind.Returned || !chosen.Exists(other => other.Kind == QuizKind.Returned))
            && chosen.Append(one).Select(other => other.Task).Distinct().Sum(task => task.Height + TaskHeight)
                + QuestionHeight * (chosen.Count + 1) <= PageHeight;
    }

    /// <summary>Whether a value can be found without a calculator, and written into a line.</summary>
    public static bool IsShort(string value) => value.Length <= 32 && Short().IsMatch(value);

    [GeneratedRegex(
        @"^[\[(]*(-?\d{1,3}(\.\d\d?)?|true|false|""\w*"")([\])]*[,;] [\[(]*(-?\d{1,3}(\.\d\d?)?|true|false))*[\])]*\z")]
    private static partial Regex Short();
}

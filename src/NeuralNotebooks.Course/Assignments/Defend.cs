using System.ComponentModel;
// The engine's type of the same name: the kit and the engine have no assembly in common.
using SheetParts = (int Number, (string Kind, int Line, string Text, string[] Choices, int Right)[] Questions,
    string? Problem);

namespace NeuralNotebooks.Course;

/// <summary>Three questions about a function that the reader has written. They are made from its code, and judged by
/// running changed copies of it.</summary>
public static class Defend
{
    private const string Questions = "NeuralNotebooks.Questions";

    private const string Unavailable = "In this host there are no questions about your code. They appear in nn run, in "
        + "Jupyter with the course's kernel, and on live pages.";

    /// <summary>Asks questions about a function, or judges the answers. If <see cref="Variant.Student"/> is set, as in
    /// an assignment, the questions are made for this id, and only a grader judges the answers.</summary>
    /// <param name="call">An example call, such as <c>() => ProductGate(3, -1, 2)</c>. Questions use calls with numbers
    /// near those of the example.</param>
    /// <param name="sheet">The number of the question sheet that the answers belong to; 0 to see the
    /// questions.</param>
    /// <param name="first">The number of the choice for the first question.</param>
    /// <param name="second">The number of the choice for the second question.</param>
    /// <param name="third">The number of the choice for the third question.</param>
    /// <param name="code">The text of the first argument. The compiler fills it in.</param>
    public static Defence Call<T>(
        Func<T> call, int sheet = 0, int first = 0, int second = 0, int third = 0,
        [CallerArgumentExpression(nameof(call))] string code = "")
    {
        if (AppContext.GetData(Questions) is not Func<string, string, string, SheetParts> ask)
            return Defence.Without(Unavailable);
        TextWriter console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            string student = Variant.Student.Trim().ToLowerInvariant();
            var (number, all, problem) = ask(code, student, "NeuralNotebooks.Course.Defend.Text");
            return problem is not null
                ? Defence.Without(problem)
                : new Defence(number, [.. all.Select(one => (one.Text, one.Choices, one.Right))])
                {
                    Sheet = sheet,
                    Answers = [first, second, third],
                    IsGraded = student.Length > 0,
                };
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    /// <summary>A value as text. The code that makes the questions calls it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string Text(object? value) => Probing.Text(value);
}

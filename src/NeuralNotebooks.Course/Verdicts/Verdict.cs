namespace NeuralNotebooks.Course;

/// <summary>A checkpoint's judgement of an answer: a card in a notebook, plain text elsewhere. Immutable.</summary>
/// <remarks>Texts may contain <c>`code`</c> between back-ticks.</remarks>
[TypeFormatterSource(typeof(HtmlFormatterSource), PreferredMimeTypes = ["text/html", DisplayFacts.Type])]
public sealed record Verdict : IHtml
{
    internal const string StillTheStarter =
        "This is still the starter. Write your code where it says so, then run the cell again.";

    private Verdict(VerdictState state, string message) =>
        (State, Message, Heading) = (state, message, VerdictLook.Of(state).Heading);

    /// <summary>The state of the answer.</summary>
    public VerdictState State { get; private init; }

    /// <summary>One or two sentences about the answer.</summary>
    public string Message { get; private init; }

    /// <summary>The first entry that differs, with both values: "[1, 0]: yours −1, expected −0.75". Indices begin at
    /// 0.</summary>
    public string? FirstDifference { get; internal init; }

    /// <summary>The mistake that gives exactly this answer.</summary>
    public string? LikelyMistake => Hint?.ToString();

    /// <summary>The likely mistake in the steps in which it is shown; null if none is known.</summary>
    internal Hint? Hint { get; private init; }

    /// <summary>How much of the likely mistake is shown: 1 nothing, 2 its kind, 3 all of it.</summary>
    private int Step { get; init; } = 3;

    /// <summary>The part of the likely mistake that is shown; null if nothing is.</summary>
    internal string? ShownHint => Step switch
    {
        1 => null,
        2 => Hint?.WithoutCorrection,
        _ => LikelyMistake,
    };

    /// <summary>How the student can see more of the hint; null if all of it is shown.</summary>
    internal string? More => ShownHint == LikelyMistake ? null
        : Step == 1 ? "Run the cell again to be told what kind of mistake it is."
        : "Run the cell again to be told how to correct it.";

    internal string Heading { get; private init; }

    /// <summary>HTML that illustrates the message; may be empty.</summary>
    internal string Illustration { get; init; } = "";

    internal string Label { get; init; } = "Likely mistake";

    /// <summary>Whether the answer is right.</summary>
    public bool IsCorrect => State == VerdictState.Correct;

    /// <summary>The answer is right.</summary>
    public static Verdict Correct(string message) => new(VerdictState.Correct, message);

    /// <summary>The answer is right except for one thing.</summary>
    public static Verdict Almost(string message) => Wrong(isNear: true, message, null);

    /// <summary>The answer is not right yet.</summary>
    public static Verdict NotYet(string message) => Wrong(isNear: false, message, null);

    /// <summary>The answer is wrong; with <paramref name="isNear"/> it is right except for one thing.</summary>
    internal static Verdict Wrong(bool isNear, string message, Hint? hint) =>
        new(isNear ? VerdictState.Almost : VerdictState.NotYet, message) { Hint = hint };

    internal static Verdict NotBegun(string message = StillTheStarter) =>
        new(VerdictState.NotYet, message) { Heading = "Not begun" };

    /// <summary>The answer gave no value that could be compared.</summary>
    internal static Verdict CouldNotBeChecked(string message, string? likelyMistake = null) =>
        new(VerdictState.CouldNotBeChecked, message) { Hint = likelyMistake is null ? null : new(likelyMistake) };

    /// <summary>The same verdict, preceded by the names of the parts that are right.</summary>
    internal Verdict After(IEnumerable<string> right)
    {
        string[] names = [.. right];
        return names.Length == 0 ? this
            : this with { Message = $"{TextOf.List(names)} {(names.Length == 1 ? "is" : "are")} right. {Message}" };
    }

    /// <summary>The same verdict for a failure in a later case, when the first case passed.</summary>
    /// <param name="situation">The later case in words.</param>
    /// <param name="hint">The likely cause; null if none is known.</param>
    internal Verdict OnlyIn(string situation, Hint? hint) => this with
    {
        Heading = VerdictLook.Of(State).Heading,
        Message = $"Right for the first case, but not {situation}. {Message}",
        Hint = hint ?? Hint,
    };

    /// <summary>The same verdict for an answer that differed the second time. That may explain the differences, so no
    /// other mistake is named.</summary>
    internal Verdict NotRepeatable() => (IsCorrect ? Almost("Right the first time, but not again.") : this) with
    {
        Hint = "Called twice with the same input, your function gave two answers: it keeps state between "
            + "calls, in a variable outside it, or it draws random numbers. Create everything that it changes inside "
            + "the function.",
    };

    /// <summary>The same verdict when it is given for the first, second or third time.</summary>
    internal Verdict OnStep(int times) => this with { Step = times };

    JsonObject? IHtml.Facts => new() { ["verdict"] = VerdictLook.Of(State).Name, ["heading"] = Heading };

    /// <summary>The verdict as a card for light and dark backgrounds.</summary>
    public string ToHtml() => VerdictCard.Render(this);

    /// <summary>The verdict as lines of plain text.</summary>
    public override string ToString()
    {
        string?[] lines =
        [
            $"{Heading}. {Message}",
            FirstDifference is null ? null : $"First difference: {FirstDifference}",
            ShownHint is null ? null : $"{Label}: {ShownHint}",
            More,
        ];
        return string.Join('\n', lines.OfType<string>());
    }
}

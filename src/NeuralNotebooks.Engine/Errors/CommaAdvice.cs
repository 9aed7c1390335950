namespace NeuralNotebooks.Engine;

/// <summary>Advice for numbers that are written with a comma, such as <c>0,05</c>.</summary>
internal static partial class CommaAdvice
{
    private const int MaxAttempts = 5, MaxLength = 10_000;

    /// <summary>Asks whether numbers in the lines of an error should have a point: only if this error is then gone, and
    /// no other one follows instead.</summary>
    public static string? For(Diagnostic error, Compilation compilation)
    {
        SyntaxTree tree = error.Location.SourceTree!;
        SourceText text = tree.GetText();
        TextSpan place = error.Location.SourceSpan;
        TextSpan lines = TextSpan.FromBounds(
            text.Lines.GetLineFromPosition(place.Start).Start, text.Lines.GetLineFromPosition(place.End).End);
        Match[] numbers = lines.Length > MaxLength ? [] : [.. Number().Matches(text.ToString(lines)).Cast<Match>()];
        if (numbers.Length == 0)
            return null;
        int before = Errors(compilation).Count();
        IEnumerable<Match[]> attempts = numbers.Select(number => new[] { number }).Prepend(numbers);
        return attempts.Take(MaxAttempts).FirstOrDefault(Corrects) is { } found
            ? $"Did you mean {string.Join(" and ", found.Select(number => number.Value.Replace(',', '.')))}?" : null;

        bool Corrects(Match[] some)
        {
            SourceText changed = text.WithChanges(some.Select(number =>
                new TextChange(new(lines.Start + number.Groups["comma"].Index, 1), ".")));
            Diagnostic[] left = [.. Errors(compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(changed)))];
            return left.Length < before
                && !left.Any(other => other.Id == error.Id && other.Location.SourceSpan.Start == place.Start);
        }
    }

    private static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error);

    [GeneratedRegex(@"(?<!\w|\.|\d,)\d+(?<comma>,)\d+([eE][+-]?\d+)?[fFdDmM]?(?!\w|\.|,\d)")]
    private static partial Regex Number();
}
